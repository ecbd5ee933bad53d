import type { WebhookContent, WebhookLabel } from '../services/ports/billecta.ts';
import type { WantedFields } from './wanted-fields.ts';
import { contentOf } from './webhook-content.ts';
import { type EnvelopeKeys, openEnvelope } from './webhook-envelope.ts';
import { supportedEvents } from './webhook-events.ts';

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

/** What a webhook says. What cannot be read is told as such; it never throws. */
export function readWebhook(
  body: Record<string, unknown>,
  keys: EnvelopeKeys,
  wanted: WantedFields,
): WebhookContent {
  const { event, payload, secondPayload } = openEnvelope(body, keys);
  if (event === null) return { kind: 'unreadable', why: 'It names no event, and its fields tell of none.' };
  const carries = supportedEvents.get(event);
  if (carries === undefined) return { kind: 'unsupported' };
  try {
    return contentOf(carries, payload, secondPayload, wanted);
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
