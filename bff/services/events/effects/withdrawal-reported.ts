import type { WebhookContent } from '../../ports/billecta.ts';
import type { InvoiceRecord } from '../../ports/store/invoice-store.ts';
import { type Effect, effect, type Moment } from './effect.ts';
import { invoiceChanged } from './invoice-changed.ts';

/**
 * `AutogiroWithdrawalFailedOnInvoice` and `AutogiroWithdrawalRenewedOnInvoice`: the invoice as it was then, and that
 * autogiro is in trouble, with the reason. An event with the payment only causes a read of the invoice.
 */
export function withdrawalReported(
  { actionPublicId, invoice, state, reason }: Extract<WebhookContent, { kind: 'autogiro' }>,
  stored: InvoiceRecord['snapshot'],
  { at }: Moment,
): Effect {
  const change = invoice ? invoiceChanged({ kind: 'invoice', invoice }, stored) : null;
  return effect('applied', {
    snapshot: change?.snapshot ?? null,
    note: { autogiro: { state, since: at, clock: invoice?.occurred.length ?? null, reason } },
    notice: { subject: actionPublicId, kind: `autogiro-${state}`, at, reason },
    read: change ? change.read : [actionPublicId],
  });
}
