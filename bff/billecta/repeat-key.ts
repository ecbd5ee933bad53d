import { hash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { type EnvelopeKeys, openEnvelope } from './webhook-envelope.ts';

interface Named {
  deliveryId: string | null;
  event: string | null;
  subject: string | null;
  creditor: string | null;
}

/**
 * What deliveries have in common that may repeat each other (facts/billecta.md 6.3): creditor, event, subject and
 * `EventDate`, or the same of a delivery id where there is one. Begins with the time, so that an index on it grows at
 * its end. Null when neither is there: then nothing tells a repetition from the same change made again, and applying
 * an event twice does no harm.
 *
 * @param time - `EventDate` as it was written; `occurredAt` - the same as an instant, null when it is none
 */
export function repeatKey(
  { deliveryId, event, subject, creditor }: Named,
  time: string | null,
  occurredAt: string | null,
): string | null {
  // An id alone does not identify an event: a constant in that place would swallow all but the first.
  if (deliveryId !== null) return `${deliveryMark}${fingerprint([deliveryId, event, subject, creditor])}`;
  if (time === null) return null;
  return `${occurredAt ?? ''}/${fingerprint([event, subject, creditor, occurredAt ?? time])}`;
}

const deliveryMark = 'delivery/';

/** 128 bits of SHA-256, 22 characters. */
const fingerprint = (parts: readonly unknown[]) =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);

/**
 * Tells whether a delivery repeats a stored event with the same key: it does by a delivery id; otherwise when the bytes
 * are the same, or what they carry is, as from a sender that builds its body anew for each try.
 *
 * @param stored - the body of the stored event; null once it has been deleted
 */
export const repetition =
  (keys: EnvelopeKeys) =>
  (key: string, stored: string | null, came: Uint8Array): boolean => {
    if (key.startsWith(deliveryMark)) return true;
    if (stored === null) return false;
    const text = Buffer.from(came.buffer, came.byteOffset, came.byteLength).toString();
    return stored === text || sameContent(stored, text, keys);
  };

interface Content {
  payload: unknown;
  secondPayload: unknown;
}

function contentOf(text: string, keys: EnvelopeKeys): Content {
  const { payload, secondPayload } = openEnvelope(JSON.parse(text) as Record<string, unknown>, keys);
  return { payload, secondPayload };
}

function sameContent(stored: string, came: string, keys: EnvelopeKeys): boolean {
  const content = contentOf(came, keys);
  return isDeepStrictEqual(contentOf(stored, keys), content) && !hasInexactNumber(content);
}

/** A number beyond the exact range of a double: two that differ read as the same. */
function hasInexactNumber(value: unknown): boolean {
  if (typeof value === 'number') return Number.isInteger(value) && !Number.isSafeInteger(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(hasInexactNumber);
}
