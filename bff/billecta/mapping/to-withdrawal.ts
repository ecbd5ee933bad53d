import type { WebhookContent } from '../../services/ports/billecta.ts';
import { toInvoice } from './to-invoice.ts';
import { toReason } from './to-reason.ts';
import { AutogiroPaymentStatusView, InvoiceActionView } from './views.ts';

/** A withdrawal by autogiro, from its invoice or the status of the payment. @throws ZodError when it is neither */
export function toWithdrawal(
  state: 'failed' | 'renewed',
  payload: unknown,
  secondPayload: unknown,
  paths: readonly string[],
): WebhookContent {
  const isInvoice = InvoiceActionView.safeParse(payload).success;
  const { ActionPublicId, Comment } = AutogiroPaymentStatusView.parse(payload);
  return {
    kind: 'autogiro',
    actionPublicId: ActionPublicId,
    invoice: isInvoice ? toInvoice(payload, paths) : null,
    state,
    reason: toReason(secondPayload) ?? toReason(Comment),
  };
}
