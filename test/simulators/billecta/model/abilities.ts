import type { Invoice } from './invoice.ts';
import { isClosed, isOnHold } from './invoice.ts';

/** What Billecta's own staff, its portal's users and its banks may do to an invoice. */
export type Deed =
  | 'attest'
  | 'send'
  | 'registerPayment'
  | 'sendReminder'
  | 'sendToDebtCollection'
  | 'credit'
  | 'writeOff'
  | 'makeManual'
  | 'cancel';

/**
 * Which of them is possible in this state. An invoice on hold is neither reminded nor handed to debt collection,
 * since that is what a hold is for; money may arrive at any time before the invoice is closed.
 */
export function whatCanBeDone(invoice: Invoice): Record<Deed, boolean> {
  const draft = invoice.stage === 'Created';
  const claim = !draft && !isClosed(invoice) && invoice.actionType === 'InvoiceAction';
  const dunning = claim && !isOnHold(invoice);
  const withDebtor = invoice.stage === 'InvoiceSent' || invoice.stage === 'ReminderInvoiceSent';
  return {
    attest: draft,
    send: claim && invoice.stage === 'Attested',
    registerPayment: claim,
    sendReminder: dunning && withDebtor,
    sendToDebtCollection: dunning && withDebtor,
    credit: claim,
    writeOff: claim,
    makeManual: claim && invoice.stage !== 'Manual' && invoice.stage !== 'SentToDebtCollection',
    cancel: draft || claim,
  };
}
