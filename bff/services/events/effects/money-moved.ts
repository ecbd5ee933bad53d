import type { WebhookContent } from '../../ports/billecta.ts';
import { type Effect, effect } from './effect.ts';

/**
 * `InvoicePaymentReceived`, `Overpayment`, `OverpaymentMatchedToInvoice`, `UnmatchedPayment`, `AmountCreditedOnInvoice`
 * and `AmountWrittenOffOnInvoice`: the payment, and a read of each invoice for its new amounts. So an amount that two
 * events report counts once.
 */
export const moneyMoved = ({ payment, invoices }: Extract<WebhookContent, { kind: 'money' }>): Effect =>
  effect('applied', {
    read: invoices,
    write: payment && {
      kind: 'payment',
      billectaId: payment.id,
      fields: payment.fields,
      step: payment.step,
    },
  });
