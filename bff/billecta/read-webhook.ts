import type { Webhook, WebhookContent } from '../services/ports.ts';
import { toInvoice } from './to-invoice.ts';
import { IncomingPaymentView } from './views.ts';
import { openEnvelope } from './webhook-envelope.ts';
import { supportedEvents } from './webhook-events.ts';

/** Makes one readable thing of a webhook's body. What cannot be read is told as such; it never throws. */
export function readWebhook(body: Record<string, unknown>): Webhook {
  const { event, deliveryId, payload } = openEnvelope(body);
  const subject = subjectOf(payload);
  return { deliveryId, event, subject, content: readContent(event, payload) };
}

function readContent(event: string | null, payload: unknown): WebhookContent {
  if (event === null) return { kind: 'unreadable', why: 'It names no event, and its fields tell of none.' };
  const carries = supportedEvents.get(event);
  switch (carries) {
    case undefined:
      return { kind: 'unsupported' };
    case 'later':
      return { kind: 'supported-later' };
    case 'invoice':
      return reading(event, () => ({ kind: 'invoice', invoice: toInvoice(payload) }));
    case 'payment':
      return reading(event, () => ({
        kind: 'payment',
        actionPublicId: IncomingPaymentView.parse(payload).ActionPublicId,
      }));
  }
}

function reading(event: string, read: () => WebhookContent): WebhookContent {
  try {
    return read();
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { kind: 'unreadable', why: `The payload of ${event} is not what was expected: ${cause}` };
  }
}

/** What the webhook is about, by the first of Billecta's ids that it carries. */
function subjectOf(payload: unknown): string | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const ids = payload as Record<string, unknown>;
  const found = ['ActionPublicId', 'UnhandledPaymentPublicId', 'DebtorPublicId']
    .map((name) => ids[name])
    .find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found : null;
}
