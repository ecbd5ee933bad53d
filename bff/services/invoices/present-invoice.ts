import type { InvoiceStatus } from '../../contract/invoice-status.ts';
import { noNotes } from '../../domain/invoice/invoice-notes.ts';
import type { LimeInvoice } from '../ports/lime.ts';
import type { InvoiceState } from '../ports/store/invoice-states.ts';
import type { InvoiceRecord } from '../ports/store/invoice-store.ts';
import type { Context } from '../shared/context.ts';
import { presentStatus, unsyncedStatus } from './present-status.ts';

/** The statuses of Lime invoices from what is stored, in the order given. Calls neither Lime nor Billecta. */
export async function presentInvoices(
  context: Context,
  invoices: readonly LimeInvoice[],
): Promise<InvoiceStatus[]> {
  const ids = invoices.flatMap(({ actionPublicId }) => actionPublicId ?? []);
  const invoiceStates = await context.store.invoiceStates.findMany(context.database, ids);
  const known = new Map(
    invoiceStates.map((invoiceState) => [invoiceState.record.actionPublicId, invoiceState]),
  );
  return invoices.map(({ limeId, actionPublicId }) => {
    if (actionPublicId === null) return unsyncedStatus(limeId);
    const invoiceState = known.get(actionPublicId) ?? nothing(actionPublicId);
    return presentStatus(limeId, invoiceState, context.now());
  });
}

/** The state of an invoice, also of one without a record. */
export async function invoiceStateOf(context: Context, actionPublicId: string): Promise<InvoiceState> {
  const [known] = await context.store.invoiceStates.findMany(context.database, [actionPublicId]);
  return known ?? nothing(actionPublicId);
}

/** Publishes the stored state of an invoice to the open pages. */
export async function publishInvoice(context: Context, actionPublicId: string): Promise<void> {
  if (context.live.isSilent) return;
  const [invoiceState] = await context.store.invoiceStates.findMany(context.database, [actionPublicId]);
  if (invoiceState) publishInvoiceState(context, invoiceState);
}

/** Publishes an invoice state to the open pages. */
export function publishInvoiceState({ live, database, now }: Context, invoiceState: InvoiceState): void {
  const { actionPublicId, limeId } = invoiceState.record;
  for (const id of live.watchedIds(database, actionPublicId, limeId))
    live.publishStatus(database, presentStatus(id, invoiceState, now()));
}

const nothing = (actionPublicId: string): InvoiceState => ({
  record: unknownInvoice(actionPublicId),
  open: [],
  plan: undefined,
});

/** The record of an invoice without a snapshot. */
export function unknownInvoice(actionPublicId: string): InvoiceRecord {
  return {
    actionPublicId,
    limeId: null,
    snapshot: null,
    notes: noNotes,
    unread: 0,
    verifiedAt: null,
    readDueAt: null,
    readEnqueuedAt: null,
    readAttempts: 0,
  };
}
