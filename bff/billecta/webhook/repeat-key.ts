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
 * The common key of deliveries that may repeat each other (docs/facts/billecta.md 6.3): creditor, event, subject and
 * `EventDate`, and a delivery id where one is configured. Begins with the time, so that an index on it grows at its
 * end. Null when neither time nor id is there: then nothing distinguishes a repetition from the same change made again,
 * and applying an event twice does no harm.
 *
 * @param time - `EventDate` as it was written; `occurredAt` - the same as an instant, null when it is none
 */
export function repeatKey(
  { deliveryId, event, subject, creditor }: Named,
  time: string | null,
  occurredAt: string | null,
): string | null {
  if (time === null && deliveryId === null) return null;
  // An id alone identifies no event: a constant in its place would swallow all but the first.
  return `${occurredAt ?? ''}/${fingerprint([event, subject, creditor, occurredAt ?? time, deliveryId])}`;
}

/** 128 bits of SHA-256, 22 characters. */
const fingerprint = (parts: readonly unknown[]) =>
  hash('sha256', JSON.stringify(parts), 'base64url').slice(0, 22);

/**
 * Whether a delivery repeats a stored event with the same key: when the bytes are the same, or the content is, as from
 * a sender that builds its body again for each try. Never throws: one body must not fail those beside it.
 *
 * @param stored - the body of the stored event; null once it has been deleted
 */
export const repetition =
  (keys: EnvelopeKeys) =>
  (stored: string | null, came: Uint8Array): boolean => {
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
  try {
    const content = contentOf(came, keys);
    return isDeepStrictEqual(contentOf(stored, keys), content) && !hasInexactNumber(content);
  } catch {
    // Too deep to be compared: stored a second time, which does no harm.
    return false;
  }
}

/** A number beyond the exact range of a double: two that differ read as the same. */
function hasInexactNumber(value: unknown): boolean {
  if (typeof value === 'number') return Math.abs(value) > Number.MAX_SAFE_INTEGER;
  return typeof value === 'object' && value !== null && Object.values(value).some(hasInexactNumber);
}
