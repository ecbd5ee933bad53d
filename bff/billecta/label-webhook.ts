import { type EnvelopeKeys, openEnvelope } from './webhook-envelope.ts';
import { supportedEvents } from './webhook-events.ts';

/** What stands on a webhook's envelope. */
export interface WebhookLabel {
  deliveryId: string | null;
  event: string | null;
  /** Billecta's id of what it is about. */
  subject: string | null;
  creditor: string | null;
  /** Whether it is to be applied, is none of ours, or does not even tell its event. */
  kind: 'supported' | 'unsupported' | 'unreadable';
}

/** Where the id stands of what an event is about, by the views that carry it (facts/billecta.md 6.4). */
const subjects = ['SourceActionPublicId', 'ActionPublicId', 'UnhandledPaymentPublicId', 'DebtorPublicId'];

/** What has to be known of a webhook to store it. Reads the envelope and a few ids, no more. */
export function labelWebhook(body: Record<string, unknown>, keys: EnvelopeKeys): WebhookLabel {
  const { event, deliveryId, creditor, payload, secondPayload } = openEnvelope(body, keys);
  const subject = idIn(payload, subjects) ?? idIn(secondPayload, subjects);
  const supported = supportedEvents.has(event ?? '');
  const kind = event === null ? 'unreadable' : supported ? 'supported' : 'unsupported';
  return {
    deliveryId: asName(deliveryId),
    event: asName(event),
    subject: asName(subject),
    creditor: asName(creditor ?? idIn(payload, ['CreditorPublicId'])),
    kind,
  };
}

/** Every database holds such a text, and finds it again. */
const asName = (text: string | null) => text?.replaceAll('\0', '\uFFFD') ?? null;

/** The first of these ids that a payload carries. */
function idIn(payload: unknown, names: readonly string[]): string | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const ids = payload as Record<string, unknown>;
  const found = names.map((name) => ids[name]).find((value) => typeof value === 'string' && value !== '');
  return typeof found === 'string' ? found : null;
}
