import type { InvoiceStatus } from '../../contract/invoice-status.ts';
import type { InvoiceState } from '../ports/store/invoice-states.ts';
import type { CallerContext } from '../shared/context.ts';
import { rememberLink, type SyncedInvoice } from './authorize-invoice.ts';
import { invoiceStateOf } from './present-invoice.ts';
import { presentStatus } from './present-status.ts';

/**
 * The status of an invoice that the caller has opened; stores which Lime invoice it is.
 *
 * @param known - the invoice's state, if it need not be looked up
 */
export async function presentOpened(
  context: CallerContext,
  { limeId, actionPublicId }: SyncedInvoice,
  known: InvoiceState | null,
): Promise<InvoiceStatus> {
  const invoiceState = known ?? (await invoiceStateOf(context, actionPublicId));
  if (invoiceState.record.limeId !== limeId) await rememberLink(context, [{ limeId, actionPublicId }]);
  return presentStatus(limeId, invoiceState, context.now());
}
