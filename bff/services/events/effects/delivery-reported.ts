import type { WebhookContent } from '../../ports/billecta.ts';
import { type Effect, effect, type Moment } from './effect.ts';

/** `UndeliveredInvoice`: whether the invoice reached the debtor, which no read reports; and a read of the invoice. */
export const deliveryReported = (
  { actionPublicId, delivered, reason }: Extract<WebhookContent, { kind: 'delivery' }>,
  { at }: Moment,
): Effect =>
  effect('applied', {
    note: { delivery: { delivered, at, reason } },
    notice: { subject: actionPublicId, kind: delivered ? 'delivered' : 'undelivered', at, reason },
    read: [actionPublicId],
  });
