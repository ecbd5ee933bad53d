import type { WebhookContent } from '../../services/ports/billecta.ts';
import type { WantedFields } from './wanted-fields.ts';
import { contentOf } from './webhook-content.ts';
import { type EnvelopeKeys, openEnvelope } from './webhook-envelope.ts';
import { canonicalName, supportedEvents } from './webhook-events.ts';

/** The content of a webhook; an unreadable one has its own kind. Never throws. */
export function parseWebhook(
  body: Record<string, unknown>,
  keys: EnvelopeKeys,
  fields: WantedFields,
): WebhookContent {
  const { event, payload, secondPayload } = openEnvelope(body, keys);
  if (event === null) return { kind: 'unreadable', why: 'It names no event, and its fields show none.' };
  const carries = supportedEvents.get(canonicalName(event));
  if (carries === undefined) return { kind: 'unsupported' };
  try {
    return contentOf(carries, payload, secondPayload, fields);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { kind: 'unreadable', why: `The payload of ${event} is not what was expected: ${cause}` };
  }
}
