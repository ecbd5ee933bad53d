import type { InvoiceStatus } from '../contract/invoice-status.ts';
import { noNotes } from '../domain/invoice-notes.ts';
import type { Context } from './context.ts';
import type { InvoiceRecord } from './ports/invoices.ts';
import type { LimeInvoice } from './ports/lime.ts';
import type { Standing } from './ports/standings.ts';
import { presentStatus, unsyncedStatus } from './present-status.ts';

/** The statuses of Lime invoices from what is stored, in the order given. Asks nobody. */
export async function presentInvoices(
  context: Context,
  invoices: readonly LimeInvoice[],
): Promise<InvoiceStatus[]> {
  const ids = invoices.flatMap(({ actionPublicId }) => actionPublicId ?? []);
  const standings = await context.store.standings.of(context.database, ids);
  const standingOf = new Map(standings.map((standing) => [standing.record.actionPublicId, standing]));
  return invoices.map(({ limeId, actionPublicId }) => {
    if (actionPublicId === null) return unsyncedStatus(limeId);
    const standing = standingOf.get(actionPublicId) ?? nothing(actionPublicId);
    return presentStatus(limeId, standing, context.now());
  });
}

export async function presentInvoice(context: Context, invoice: LimeInvoice): Promise<InvoiceStatus> {
  const [status] = await presentInvoices(context, [invoice]);
  return status ?? unsyncedStatus(invoice.limeId);
}

/** Tells the open pages what is stored about an invoice now. */
export async function publishInvoice(context: Context, actionPublicId: string): Promise<void> {
  if (context.live.isSilent) return;
  const record = await context.store.invoices.get(context.database, actionPublicId);
  if (!record?.limeId || !context.live.isWatched(context.database, record.limeId)) return;
  const status = await presentInvoice(context, { limeId: record.limeId, actionPublicId });
  context.live.publish(context.database, status);
}

const nothing = (actionPublicId: string): Standing => ({
  record: unheardOf(actionPublicId),
  open: [],
  plan: undefined,
});

/** The record of an invoice that nothing is held of yet. */
export function unheardOf(actionPublicId: string): InvoiceRecord {
  return {
    actionPublicId,
    limeId: null,
    held: null,
    notes: noNotes,
    verifiedAt: null,
    readDueAt: null,
    readWantedFrom: null,
    readAttempts: 0,
  };
}
