import type { WebhookContent } from '../../services/ports/billecta.ts';
import { toDebtorContent } from '../mapping/to-debtor-content.ts';
import { toDelivery } from '../mapping/to-delivery.ts';
import { toInvoice } from '../mapping/to-invoice.ts';
import { toMatchedOverpayment, toPayment, toUnhandledPayment } from '../mapping/to-payment.ts';
import { toReminder } from '../mapping/to-reminder.ts';
import { toWithdrawal } from '../mapping/to-withdrawal.ts';
import { IncomingPaymentView, InvoiceActionView, InvoiceCommentedView } from '../mapping/views.ts';
import type { WantedFields } from './wanted-fields.ts';
import type { Carries } from './webhook-events.ts';

/** The content of a supported event's payload. @throws ZodError when it is not as expected */
export function contentOf(
  carries: Carries,
  payload: unknown,
  secondPayload: unknown,
  fields: WantedFields,
): WebhookContent {
  switch (carries) {
    case 'invoice':
      return { kind: 'invoice', invoice: toInvoice(payload, fields.invoice) };
    case 'comment':
      return commented(payload, fields);
    case 'delivery':
      return toDelivery(payload);
    case 'autogiro-failed':
      return toWithdrawal('failed', payload, secondPayload, fields.invoice);
    case 'autogiro-renewed':
      return toWithdrawal('renewed', payload, secondPayload, fields.invoice);
    case 'payment':
      return { kind: 'money', ...toPayment(payload, fields.payment, 'payment') };
    case 'amount':
      return { kind: 'money', payment: null, invoices: [IncomingPaymentView.parse(payload).ActionPublicId] };
    case 'overpayment':
      return { kind: 'money', ...toUnhandledPayment(payload, fields.payment, 'overpayment') };
    case 'matched-overpayment':
      return { kind: 'money', ...toMatchedOverpayment(payload, fields.payment) };
    case 'unmatched-payment':
      return { kind: 'money', ...toUnhandledPayment(payload, fields.payment, 'unmatched') };
    case 'reminder':
      return { kind: 'reminder', ...toReminder(payload, fields.reminder) };
    case 'debtor':
      return toDebtorContent(null, payload, secondPayload);
    case 'approval-failed':
      return toDebtorContent('failed', payload, secondPayload);
    case 'approval-changed':
      return toDebtorContent('changed', payload, secondPayload);
  }
}

/**
 * A comment is an entry of its invoice's log; where the payload lacks the whole invoice, a read of it shows the
 * comment.
 */
function commented(payload: unknown, fields: WantedFields): WebhookContent {
  const { InvoiceAction } = payload as { InvoiceAction?: unknown };
  if (InvoiceActionView.safeParse(InvoiceAction).success)
    return { kind: 'invoice', invoice: toInvoice(InvoiceAction, fields.invoice) };
  const { ActionPublicId } = InvoiceCommentedView.parse(payload).InvoiceAction;
  return { kind: 'money', payment: null, invoices: [ActionPublicId] };
}
