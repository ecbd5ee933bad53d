import type { WebhookContent, WebhookLabel } from '../services/ports.ts';
import { toInvoice } from './to-invoice.ts';
import { IncomingPaymentView } from './views.ts';
import { type EnvelopeKeys, openEnvelope } from './webhook-envelope.ts';
import { supportedEvents } from './webhook-events.ts';

/** What has to be known of a webhook to store it. Reads the envelope and three ids, no more. */
export function labelWebhook(body: Record<string, unknown>, keys: EnvelopeKeys): WebhookLabel {
  const { event, deliveryId, creditor, payload } = openEnvelope(body, keys);
  const carries = supportedEvents.get(event ?? '');
  const subject = idIn(payload, ['ActionPublicId', 'UnhandledPaymentPublicId', 'DebtorPublicId']);
  const kind = event === null ? 'unreadable' : carries === undefined ? 'unsupported' : kindOf[carries];
  return { deliveryId, event, subject, creditor: creditor ?? idIn(payload, ['CreditorPublicId']), kind };
}

const kindOf = { invoice: 'supported', payment: 'supported', later: 'supported-later' } as const;

/** What a webhook says. What cannot be read is told as such; it never throws. */
export function readWebhook(body: Record<string, unknown>, keys: EnvelopeKeys): WebhookContent {
  const { event, payload } = openEnvelope(body, keys);
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

/** The first of these ids that a payload carries. */
function idIn(payload: unknown, names: readonly string[]): string | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const ids = payload as Record<string, unknown>;
  const found = names.map((name) => ids[name]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found : null;
}
