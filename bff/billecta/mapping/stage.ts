import type { Amounts } from '../../domain/invoice/invoice.ts';
import type { Stage } from '../../domain/invoice/stage.ts';
import { stageName } from './enums.ts';
import type { InvoiceActionView } from './views.ts';

/** The service's stage for Billecta's (docs/facts/billecta.md 5.1). */
export function toStage(view: InvoiceActionView, amounts: Amounts | null): Stage {
  switch (stageName(view.State.Stage ?? 'Unknown')) {
    case 'Created':
      return 'draft';
    case 'Attested':
      return 'attested';
    case 'InvoiceSent':
      return 'sent';
    case 'ReminderInvoiceSent':
      return 'reminded';
    case 'SentToDebtCollection':
      return 'debt-collection';
    case 'Manual':
      return 'manual';
    case 'Completed':
      return isCredited(amounts) ? 'credited' : 'paid';
    case 'Cancelled':
      return 'cancelled';
    case 'SaleRequestAccepted':
      return 'sold';
    case 'SalesRequested':
    case 'SalesRequestedCancelled':
    case 'SalesRequestedDenied':
      return ordinaryCollection(view);
    default:
      return 'unknown';
  }
}

const isCredited = (amounts: Amounts | null) =>
  amounts !== null && amounts.credited > 0 && amounts.credited >= amounts.invoiced;

/** While a sale is asked for, and after it was refused, collection goes on; its traces show how far it has come. */
function ordinaryCollection(view: InvoiceActionView): Stage {
  if (view.State.SentToDebtCollectionDate) return 'debt-collection';
  return view.ReminderInvoiceActionPublicId ? 'reminded' : 'sent';
}
