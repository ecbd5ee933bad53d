import { isUtf8 } from 'node:buffer';
import { type Kysely, sql } from 'kysely';
import type { ReceivedEvent } from '../../services/ports/inbox.ts';
import type { Arrival, Receipt } from '../dialect.ts';
import type { Schema } from '../schema.ts';

/** Stores events in order of arrival; see {@link OpenDatabase.take} for what is a repetition. */
export async function appendAll(db: Kysely<Schema>, arrivals: readonly Arrival[]): Promise<Receipt[]> {
  const known = await findKnown(db, arrivals);
  const fresh: Arrival[] = [];
  const places = arrivals.map((arrival) => {
    const key = keyOf(arrival);
    const last = known.get(key);
    if (last && repeats(arrival.event, last.bodyHash)) return { ...last, again: true };
    const place = { key, bodyHash: arrival.event.bodyHash, fresh: fresh.push(arrival) - 1 };
    known.set(key, place);
    known.set(subjectKeyOf(arrival), place);
    return { ...place, again: false };
  });
  const stored = await insert(db, fresh);
  const there = await findDelivered(
    db,
    fresh.filter((_, place) => !stored.has(place)),
  );
  const receipts = places.map((place): Receipt => {
    if ('id' in place) return { id: place.id, duplicate: true };
    const id = stored.get(place.fresh);
    if (id !== undefined) return { id, duplicate: place.again };
    return { id: there.get(place.key) ?? nowhere(place.key), duplicate: true };
  });
  await countDuplicates(
    db,
    receipts.filter(({ duplicate }) => duplicate).map(({ id }) => id),
  );
  return receipts;
}

function nowhere(key: string): never {
  throw new Error(`The ${key} was refused as a repetition and is not there`);
}

/** The event that the next one with the same key may repeat: stored already, or to be stored as the n-th fresh one. */
type Known = { bodyHash: string; id: number } | { key: string; bodyHash: string; fresh: number };

const subjectKeyOf = ({ database, event }: Arrival) =>
  `subject/${database}/${event.subject ?? `hash/${event.bodyHash}`}`;

const deliveryKeyOf = (database: string, deliveryId: string | null) => `delivery/${database}/${deliveryId}`;

const keyOf = (arrival: Arrival) =>
  arrival.event.deliveryId === null
    ? subjectKeyOf(arrival)
    : deliveryKeyOf(arrival.database, arrival.event.deliveryId);

const repeats = (event: ReceivedEvent, bodyHash: string) =>
  event.deliveryId !== null || event.bodyHash === bodyHash;

/** The stored events that ones without a delivery id repeat. */
async function findKnown(db: Kysely<Schema>, arrivals: readonly Arrival[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const database of new Set(arrivals.map((arrival) => arrival.database))) {
    const events = arrivals.filter((arrival) => arrival.database === database).map(({ event }) => event);
    const anonymous = events.filter(({ deliveryId }) => deliveryId === null);
    const about = anonymous.filter(({ subject }) => subject !== null);
    const hashes = anonymous.filter(({ subject }) => subject === null).map(({ bodyHash }) => bodyHash);
    for (const row of await lastAbout(db, database, about)) {
      known.set(`subject/${database}/${row.subject}`, { bodyHash: row.body_hash, id: row.id });
    }
    for (const row of await byHash(db, database, hashes)) {
      known.set(`subject/${database}/hash/${row.body_hash}`, { bodyHash: row.body_hash, id: row.id });
    }
  }
  return known;
}

/** The events that say the same about the same subject as one of these, where nothing else about it came since. */
async function lastAbout(db: Kysely<Schema>, database: string, events: readonly ReceivedEvent[]) {
  if (events.length === 0) return [];
  const [subjects, hashes] = [events.map(({ subject }) => subject), events.map(({ bodyHash }) => bodyHash)];
  const same = await db
    .selectFrom('inbox')
    .select(({ fn }) => ['subject', 'body_hash', fn.max('id').as('id')])
    .where('lime_database', '=', database)
    .where('delivery_id', 'is', null)
    .where(
      sql<boolean>`(subject, body_hash) in (select * from unnest(${subjects}::text[], ${hashes}::text[]))`,
    )
    .groupBy(['subject', 'body_hash'])
    .execute();
  const last = [];
  for (const row of same) if (!(await cameSince(db, database, row))) last.push(row);
  return last;
}

/** The second look has no index, and seldom finds anything to look at: Billecta sends delivery ids, or it does not. */
async function cameSince(
  db: Kysely<Schema>,
  database: string,
  { id, subject }: { id: number; subject: string | null },
): Promise<boolean> {
  const since = db
    .selectFrom('inbox')
    .select('id')
    .where('lime_database', '=', database)
    .where('subject', '=', subject)
    .where('id', '>', id)
    .limit(1);
  const [found] = [
    ...(await since.where('delivery_id', 'is', null).execute()),
    ...(await since.where('delivery_id', 'is not', null).execute()),
  ];
  return found !== undefined;
}

/** Events about nothing that we can tell; the same body is the same event. */
async function byHash(db: Kysely<Schema>, database: string, hashes: readonly string[]) {
  if (hashes.length === 0) return [];
  return db
    .selectFrom('inbox')
    .select(['id', 'body_hash'])
    .where('lime_database', '=', database)
    .where('delivery_id', 'is', null)
    .where('subject', 'is', null)
    .where('body_hash', 'in', hashes)
    .execute();
}

/** The stored events with the same delivery ids, by their keys. */
async function findDelivered(db: Kysely<Schema>, arrivals: readonly Arrival[]): Promise<Map<string, number>> {
  if (arrivals.length === 0) return new Map();
  const databases = arrivals.map(({ database }) => database);
  const deliveries = arrivals.map(({ event }) => event.deliveryId);
  const rows = await db
    .selectFrom('inbox')
    .select(['id', 'lime_database', 'delivery_id'])
    .where(
      sql<boolean>`(lime_database, delivery_id) in (select * from unnest(${databases}::text[], ${deliveries}::text[]))`,
    )
    .execute();
  return new Map(rows.map((row) => [deliveryKeyOf(row.lime_database, row.delivery_id), row.id]));
}

/**
 * All with one statement, so that there is one way to the database and one commit. A delivery id that is there already is
 * refused by its index. The statement is the same for any number of events, and the bodies go as the bytes that they are,
 * one after the other: as texts, every quotation mark in them would be escaped.
 *
 * @returns the ids of those that are stored now, by their places
 */
async function insert(db: Kysely<Schema>, arrivals: readonly Arrival[]): Promise<Map<number, number>> {
  if (arrivals.length === 0) return new Map();
  const column = (of: (arrival: Arrival) => string | null) => sql`${arrivals.map(of)}::text[]`;
  const bodies = arrivals.map(({ event }) => asUtf8(event.body));
  const { rows } = await sql<{ place: number; id: number }>`
    with came as (
      select nextval((select pg_get_serial_sequence('inbox', 'id'))::regclass) as id, listed.*
      from unnest(
        ${column(({ database }) => database)},
        ${column(({ event }) => event.deliveryId)},
        ${column(({ event }) => event.bodyHash)},
        ${column(({ event }) => event.event)},
        ${column(({ event }) => event.subject)},
        ${column(({ event }) => event.creditor)},
        ${column(({ event }) => event.state)},
        ${column(({ event }) => event.receivedAt)},
        ${column(({ event }) => event.headers)},
        ${beginnings(bodies)}::int[],
        ${bodies.map(({ byteLength }) => byteLength)}::int[]
      ) with ordinality as listed (
        lime_database, delivery_id, body_hash, event, subject, creditor, state, received_at, headers, begins, size, place
      )
    ), stored as (
      insert into inbox (
        id, lime_database, delivery_id, body_hash, event, subject, creditor, state, next_attempt_at, received_at
      ) overriding system value
      select id, lime_database, delivery_id, body_hash, event, subject, creditor, state, received_at, received_at
      from came
      on conflict (lime_database, delivery_id) do nothing
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

/** PostgreSQL refuses what is no UTF-8, and all that comes with it; such bytes become what stands for them in a text. */
const asUtf8 = (body: Uint8Array) => (isUtf8(body) ? body : Buffer.from(Buffer.from(body).toString()));

/** Where each of several bodies begins when they stand one after the other, counted from 1. */
function beginnings(bodies: readonly Uint8Array[]): number[] {
  let next = 1;
  return bodies.map(({ byteLength }) => {
    next += byteLength;
    return next - byteLength;
  });
}

async function countDuplicates(db: Kysely<Schema>, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update inbox set duplicates = duplicates + again.times
    from (select id, count(*) as times from unnest(${ids}::bigint[]) as each(id) group by id) as again
    where inbox.id = again.id`.execute(db);
}
