import { randomUUID } from 'node:crypto';
import { writeInstant } from '../model/swedish-time.ts';
import { toJson } from '../views/to-json.ts';
import type { World } from '../world.ts';
import { envelopes } from './envelope.ts';
import type { Announcement } from './webhooks.ts';

export interface Told {
  readonly event: string;
  readonly payload: unknown;
  readonly secondPayload?: unknown;
  readonly subject: string;
}

/** Puts what is told into the envelope, as the bytes that every try will send. */
export function announcementOf(told: Told, { candidates, creditor, now }: World): Announcement {
  const id = randomUUID();
  const raisedAt = now();
  const body = envelopes[candidates.envelope]({
    event: told.event,
    payload: told.payload,
    secondPayload: told.secondPayload ?? null,
    creditorPublicId: creditor.publicId,
    created: writeInstant(raisedAt, candidates.dateTimes),
  });
  return { id, event: told.event, subject: told.subject, body: toJson(body, candidates.enums), raisedAt };
}
