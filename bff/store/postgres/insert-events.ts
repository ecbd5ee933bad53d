import { isUtf8 } from 'node:buffer';
import { type Kysely, sql } from 'kysely';
import type { Arrival } from '../dialect.ts';
import { atOnce } from '../due.ts';
import type { Schema } from '../schema.ts';
import { placeOf } from '../webhooks/repeat-places.ts';

/** An arrival, and its place among events with the same key. */
export interface Candidate {
  arrival: Arrival;
  nth: number;
}

/**
 * All with one statement, so that there is one way to the database and one commit. A key that is there already is
 * refused by its index. The statement is the same for any number of events, and the bodies go as the bytes that they
 * are, one after the other: as texts, every quotation mark in them would be escaped.
 *
 * @returns the ids of those that are stored now, by their rows (from 0)
 */
export async function insertEvents(
  db: Kysely<Schema>,
  candidates: readonly Candidate[],
): Promise<Map<number, number>> {
  const column = (pick: (candidate: Candidate) => string | null) => sql`${candidates.map(pick)}::text[]`;
  const event = (pick: (event: Arrival['event']) => string | null) =>
    column(({ arrival }) => pick(arrival.event));
  const bodies = candidates.map(({ arrival }) => asUtf8(arrival.event.body));
  const { rows } = await sql<{ place: number; id: number }>`
    with came as (
      select nextval((select pg_get_serial_sequence('inbox', 'id'))::regclass) as id, listed.*
      from unnest(
        ${column(({ arrival }) => arrival.database)},
        ${event(({ deliveryId }) => deliveryId)},
        ${column(({ arrival, nth }) => placeOf(arrival.event.repeatKey, nth))},
        ${event(({ event }) => event)},
        ${event(({ subject }) => subject)},
        ${event(({ creditor }) => creditor)},
        ${event(({ state }) => state)},
        ${event(({ receivedAt }) => receivedAt)},
        ${event(({ occurredAt }) => occurredAt)},
        ${event(({ headers }) => headers)},
        ${beginnings(bodies)}::int[],
        ${bodies.map(({ byteLength }) => byteLength)}::int[]
      ) with ordinality as listed (
        lime_database, delivery_id, repeat_key, event, subject, creditor, state, received_at, occurred_at, headers,
        begins, size, place
      )
    ), stored as (
      insert into inbox (
        id, lime_database, delivery_id, repeat_key, event, subject, creditor, state, next_attempt_at, received_at,
        occurred_at
      ) overriding system value
      select id, lime_database, delivery_id, repeat_key, event, subject, creditor, state, ${atOnce}, received_at,
        occurred_at
      from came
      on conflict (lime_database, repeat_key) where repeat_key is not null do nothing
      returning id
    ), bodies as (
      insert into inbox_body (event_id, lime_database, received_at, headers, body)
      select id, lime_database, received_at, headers,
        convert_from(substring(${Buffer.concat(bodies)}::bytea from begins for size), 'UTF8')
      from came join stored using (id)
    )
    select place, id from came join stored using (id)`.execute(db);
  return new Map(rows.map(({ place, id }) => [place - 1, id]));
}

/**
 * PostgreSQL refuses bytes that are no UTF-8, and the whole statement with them; they become replacement characters.
 */
const asUtf8 = (body: Uint8Array) => (isUtf8(body) ? body : Buffer.from(Buffer.from(body).toString()));

/** Where each of several concatenated bodies begins, counted from 1. */
function beginnings(bodies: readonly Uint8Array[]): number[] {
  let next = 1;
  return bodies.map(({ byteLength }) => {
    next += byteLength;
    return next - byteLength;
  });
}
