import { hash } from 'node:crypto';
import type { Delivery, EventState, ReadDelivery } from '../services/ports/inbox.ts';
import { labelWebhook, type WebhookLabel } from './label-webhook.ts';
import type { EnvelopeKeys } from './webhook-envelope.ts';

/** What is told of a body that is refused, characters. */
const headSize = 4 * 1024;

/** Reads of a delivery what has to be known to store it. It never throws. */
export const deliveryReader =
  (keys: EnvelopeKeys) =>
  ({ headers, bytes, receivedAt }: Delivery): ReadDelivery => {
    const text = toText(bytes);
    const body = parse(text);
    if (body === undefined) return refused('not-json', 'The body is not JSON.', text);
    if (!isObject(body)) return refused('invalid-request', 'The body is JSON, but not an object.', text);
    const { deliveryId, event, subject, creditor, kind } = labelWebhook(body, keys);
    const bodyHash = deliveryId === null ? hash('sha256', bytes) : '';
    const state = firstState[kind];
    return {
      kind: 'event',
      event: { deliveryId, event, subject, creditor, bodyHash, headers, body: text, state, receivedAt },
    };
  };

const firstState: Record<WebhookLabel['kind'], EventState> = {
  supported: 'pending',
  unsupported: 'ignored',
  unreadable: 'unreadable',
};

const refused = (reason: 'not-json' | 'invalid-request', why: string, text: string): ReadDelivery => ({
  kind: 'refused',
  reason,
  why,
  head: text.slice(0, headSize),
});

/** Without the byte order mark that some senders put before it. */
function toText(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isObject = (body: unknown): body is Record<string, unknown> =>
  typeof body === 'object' && body !== null && !Array.isArray(body);
