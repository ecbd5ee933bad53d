import type { InvoiceStatus } from '../contract/invoice-status.ts';
import { type CallerContext, instant } from './context.ts';
import { Fault } from './fault.ts';
import { isFresh } from './freshness.ts';
import { openInvoice } from './open-invoice.ts';
import { presentInvoice } from './present-invoice.ts';
import { readInvoice } from './read-invoice.ts';

/**
 * The status of one invoice, read in Billecta when ours is old. When Billecta cannot be read, what we hold is told,
 * with its age; a later read is asked for.
 *
 * @throws Fault as Lime answers the caller, or a `billecta-…` when nothing is held to tell
 */
export async function getInvoiceStatus(context: CallerContext, limeId: number): Promise<InvoiceStatus> {
  const signal = context.deadline();
  const invoice = await openInvoice(context, limeId, signal);
  const { actionPublicId } = invoice;
  if (actionPublicId === null) return presentInvoice(context, invoice);
  const record = await context.store.invoices.get(context.database, actionPublicId);
  if (!isFresh(record, context.now())) {
    try {
      await readInvoice(context, actionPublicId, { priority: 'user', source: 'verified' }, signal);
    } catch (error) {
      if (!(error instanceof Fault && record?.held)) throw error;
      await context.store.invoices.wantRead(context.database, [actionPublicId], instant(context));
      context.wake('reads');
    }
  }
  return presentInvoice(context, invoice);
}
