import type { EventLine, InvoiceMention } from '../../../contract/admin/events.ts';
import type { EventRow } from '../../ports/store/admin/event-log.ts';
import type { Unwritten } from '../../ports/store/admin/objects.ts';
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

/** What is known of what events are about. */
export interface Subjects {
  invoices: ReadonlyMap<string | null, InvoiceMention>;
  unwritten: readonly Unwritten[];
}

/** Looks up what events are about. */
export async function aboutSubjects(
  context: Pick<Context, 'store' | 'database'>,
  subjects: ReadonlyArray<string | null>,
): Promise<Subjects> {
  const named = [...new Set(subjects)].filter((subject) => subject !== null);
  const unwritten = await context.store.admin.objects.unwritten(context.database, named);
  const invoices = await mentions(context, [...named, ...unwritten.map(({ waitsFor }) => waitsFor)]);
  return { invoices, unwritten };
}

/** An event as a list shows it. */
export function toLine(row: EventRow, { invoices, unwritten }: Subjects): EventLine {
  const { waitsFor = null } =
    unwritten.find((each) => each.subject === row.subject && each.waitsFor !== null) ?? {};
  return {
    ...row,
    nextAttemptAt: row.state === 'pending' && row.attempts > 0 ? row.nextAttemptAt : null,
    invoice: invoices.get(row.subject) ?? null,
    waitsFor:
      waitsFor === null
        ? null
        : (invoices.get(waitsFor) ?? { actionPublicId: waitsFor, limeId: null, invoiceNumber: null }),
  };
}
