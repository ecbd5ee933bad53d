import { z } from 'zod';
import type { WebhookContent } from '../services/ports/billecta.ts';
import { toInvoice } from './to-invoice.ts';
import { toMatchedOverpayment, toPayment, toUnhandledPayment } from './to-payment.ts';
import { toReminder } from './to-reminder.ts';
import { IncomingPaymentView } from './views.ts';
import type { WantedFields } from './wanted-fields.ts';
import type { Carries } from './webhook-events.ts';

/** What the payload of a supported event says. @throws ZodError when it is not what was expected */
export function contentOf(
  carries: Carries,
  payload: unknown,
  secondPayload: unknown,
  wanted: WantedFields,
): WebhookContent {
  switch (carries) {
    case 'invoice':
      return { kind: 'invoice', invoice: toInvoice(payload, wanted.invoice), autogiro: null };
    case 'autogiro-failed':
      return { kind: 'invoice', invoice: toInvoice(payload, wanted.invoice), autogiro: 'failed' };
    case 'autogiro-renewed':
      return { kind: 'invoice', invoice: toInvoice(payload, wanted.invoice), autogiro: 'renewed' };
    case 'payment':
      return { kind: 'money', ...toPayment(payload, wanted.payment, 'payment') };
    case 'amount':
      return { kind: 'money', payment: null, invoices: [IncomingPaymentView.parse(payload).ActionPublicId] };
    case 'overpayment':
      return { kind: 'money', ...toUnhandledPayment(payload, wanted.payment, 'overpayment') };
    case 'matched-overpayment':
      return { kind: 'money', ...toMatchedOverpayment(payload, wanted.payment) };
    case 'unmatched-payment':
      return { kind: 'money', ...toUnhandledPayment(payload, wanted.payment, 'unmatched') };
    case 'reminder':
      return { kind: 'reminder', ...toReminder(payload, wanted.reminder) };
    case 'debtor':
      return { kind: 'debtor', debtorPublicId: debtorIn(payload, secondPayload) };
  }
}

const Debtor = z.object({ DebtorPublicId: z.string().min(1) });

/** An approval names no debtor; then the second slot does, as a view or as the id alone (facts/billecta.md 6.4). */
function debtorIn(payload: unknown, secondPayload: unknown): string {
  const found = Debtor.safeParse(payload);
  if (found.success) return found.data.DebtorPublicId;
  if (typeof secondPayload === 'string' && secondPayload !== '') return secondPayload;
  return Debtor.parse(secondPayload).DebtorPublicId;
}
