import type { EventLine, InvoiceMention } from '../../../contract/admin/events.ts';
import type { EventRow } from '../../ports/store/admin/event-log.ts';
import type { Context } from '../../shared/context.ts';

/** The invoices that these ids of Billecta's name, by them. */
export async function mentions(
  { store, database }: Pick<Context, 'store' | 'database'>,
  ids: ReadonlyArray<string | null>,
): Promise<ReadonlyMap<string | null, InvoiceMention>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  const invoices = await store.admin.objects.invoices(database, known);
  return new Map(invoices.map((invoice) => [invoice.actionPublicId, invoice]));
}

/** An event as a list shows it. */
export function toLine(row: EventRow, invoices: ReadonlyMap<string | null, InvoiceMention>): EventLine {
  return {
    ...row,
    nextAttemptAt: row.state === 'pending' && row.attempts > 0 ? row.nextAttemptAt : null,
    invoice: invoices.get(row.subject) ?? null,
  };
}
