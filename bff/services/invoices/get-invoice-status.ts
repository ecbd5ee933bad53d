import type { InvoiceStatus } from '../../contract/invoice-status.ts';
import type { InvoiceState } from '../ports/store/invoice-states.ts';
import { bestEffort } from '../shared/best-effort.ts';
import { type CallerContext, instant } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';
import { isFresh } from './freshness.ts';
import { presentOpened } from './present-authorized.ts';
import { invoiceStateOf } from './present-invoice.ts';
import { unsyncedStatus } from './present-status.ts';
import { refreshInvoice } from './refresh-invoice.ts';
import { ownCommands } from './update-right.ts';

/**
 * The status of one invoice, read in Billecta when the stored snapshot is old. When Billecta cannot be read, returns
 * the stored snapshot with its age, and enqueues a read.
 *
 * @throws Fault as Lime answers the caller, or a `billecta-…` when no snapshot is stored
 */
export async function getInvoiceStatus(context: CallerContext, limeId: number): Promise<InvoiceStatus> {
  const signal = context.deadline();
  const { actionPublicId } = await context.lime.readInvoice(context.credential, limeId, signal);
  if (actionPublicId === null) return unsyncedStatus(limeId);
  const [invoiceState, own] = await Promise.all([
    freshInvoiceState(context, actionPublicId, signal),
    ownCommands(context, signal),
  ]);
  return own(await presentOpened(context, { limeId, actionPublicId }, invoiceState));
}

async function freshInvoiceState(
  context: CallerContext,
  actionPublicId: string,
  signal: AbortSignal,
): Promise<InvoiceState> {
  const stored = await invoiceStateOf(context, actionPublicId);
  if (isFresh(stored.record, context.now())) return stored;
  try {
    const purpose = { priority: 'user', source: 'verified' } as const;
    return (await refreshInvoice(context, actionPublicId, { purpose, signal })).invoiceState;
  } catch (error) {
    if (!(error instanceof Fault && stored.record.snapshot)) throw error;
    await bestEffort(context, 'that the invoice is to be read', async () => {
      await context.store.invoices.enqueueRead(context.database, [actionPublicId], instant(context));
      context.wake('reads');
    });
    return stored;
  }
}
