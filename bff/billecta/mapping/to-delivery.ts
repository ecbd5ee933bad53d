import type { WebhookContent } from '../../services/ports/billecta.ts';
import { actionTypeName } from './enums.ts';
import { InvoiceDeliveryStatusView } from './views.ts';

/** Kinds that can be read as an invoice; a debt collection case or a self-invoice has an ActionPublicId too. */
const invoices: readonly string[] = [
  'InvoiceAction',
  'CreditInvoiceAction',
  'InterestInvoiceAction',
  'Unknown',
];

/** A reason is a sentence, characters. */
const longest = 500;

/** @throws ZodError when it is no InvoiceDeliveryStatus */
export function toDelivery(payload: unknown): WebhookContent {
  const { ActionType, ActionPublicId, Delivered, Reason } = InvoiceDeliveryStatusView.parse(payload);
  if (!invoices.includes(actionTypeName(ActionType ?? 'Unknown'))) return { kind: 'unsupported' };
  return {
    kind: 'delivery',
    actionPublicId: ActionPublicId,
    delivered: Delivered === true,
    reason: Reason ? Reason.slice(0, longest) : null,
  };
}
