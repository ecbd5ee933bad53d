import { type Kysely, sql } from 'kysely';
import type { ReceivedEvent } from '../../services/ports/inbox.ts';
import type { Arrival, Receipt } from '../dialect.ts';
import type { Schema } from '../schema.ts';

/** Stores events in order of arrival; see {@link OpenDatabase.append} for what is a repetition. */
export async function appendAll(db: Kysely<Schema>, arrivals: readonly Arrival[]): Promise<Receipt[]> {
  const known = await findKnown(db, arrivals);
  const fresh: Arrival[] = [];
  const places = arrivals.map((arrival) => {
    const key = keyOf(arrival);
    const last = known.get(key);
    if (last && repeats(arrival.event, last.bodyHash)) return last;
    const place: Known = { bodyHash: arrival.event.bodyHash, fresh: fresh.push(arrival) - 1 };
    known.set(key, place);
    known.set(subjectKeyOf(arrival), place);
    return place;
  });
  const ids = await insert(db, fresh);
  const seen = new Set<number>();
  const receipts = places.map((place) => {
    const id = 'id' in place ? place.id : (ids[place.fresh] ?? 0);
    const duplicate = 'id' in place || seen.has(id);
    seen.add(id);
    return { id, duplicate };
  });
  await countDuplicates(db, receipts);
  return receipts;
}

/** The event that the next one with the same key may repeat: stored already, or to be stored as the n-th fresh one. */
type Known = { bodyHash: string; id: number } | { bodyHash: string; fresh: number };

const subjectKeyOf = ({ database, event }: Arrival) =>
  `subject/${database}/${event.subject ?? `hash/${event.bodyHash}`}`;

const keyOf = (arrival: Arrival) =>
  arrival.event.deliveryId === null
    ? subjectKeyOf(arrival)
    : `delivery/${arrival.database}/${arrival.event.deliveryId}`;

const repeats = (event: ReceivedEvent, bodyHash: string) =>
  event.deliveryId !== null || event.bodyHash === bodyHash;

async function findKnown(db: Kysely<Schema>, arrivals: readonly Arrival[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  for (const database of new Set(arrivals.map((arrival) => arrival.database))) {
    const events = arrivals.filter((arrival) => arrival.database === database).map(({ event }) => event);
    const deliveries = events.flatMap(({ deliveryId }) => deliveryId ?? []);
    const anonymous = events.filter(({ deliveryId }) => deliveryId === null);
    const about = anonymous.filter(({ subject }) => subject !== null);
    const hashes = anonymous.filter(({ subject }) => subject === null).map(({ bodyHash }) => bodyHash);
    for (const row of await byDelivery(db, database, deliveries)) {
      known.set(`delivery/${database}/${row.delivery_id}`, { bodyHash: row.body_hash, id: row.id });
    }
    for (const row of await lastAbout(db, database, about)) {
      known.set(`subject/${database}/${row.subject}`, { bodyHash: row.body_hash, id: row.id });
    }
    for (const row of await byHash(db, database, hashes)) {
      known.set(`subject/${database}/hash/${row.body_hash}`, { bodyHash: row.body_hash, id: row.id });
    }
  }
  return known;
}

async function byDelivery(db: Kysely<Schema>, database: string, deliveries: readonly string[]) {
  if (deliveries.length === 0) return [];
  return db
    .selectFrom('inbox')
    .select(['id', 'delivery_id', 'body_hash'])
    .where('lime_database', '=', database)
    .where('delivery_id', 'in', deliveries)
    .execute();
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

/** @returns the ids, in the order of the events */
async function insert(db: Kysely<Schema>, arrivals: readonly Arrival[]): Promise<number[]> {
  if (arrivals.length === 0) return [];
  const rows = await db
    .insertInto('inbox')
    .values(
      arrivals.map(({ database, event }) => ({
        lime_database: database,
        delivery_id: event.deliveryId,
        body_hash: event.bodyHash,
        event: event.event,
        subject: event.subject,
        creditor: event.creditor,
        state: event.state,
        next_attempt_at: event.receivedAt,
        received_at: event.receivedAt,
      })),
    )
    .returning('id')
    .execute();
  // Ids count up in the order of the values; only the order in which they are returned is nobody's promise.
  const ids = rows.map(({ id }) => id).sort((a, b) => a - b);
  await db
    .insertInto('inbox_body')
    .values(
      arrivals.map(({ database, event }, index) => ({
        event_id: ids[index] ?? 0,
        lime_database: database,
        received_at: event.receivedAt,
        headers: event.headers,
        body: event.body,
      })),
    )
    .execute();
  return ids;
}

async function countDuplicates(db: Kysely<Schema>, receipts: readonly Receipt[]): Promise<void> {
  const times = new Map<number, number>();
  for (const { id, duplicate } of receipts) if (duplicate) times.set(id, (times.get(id) ?? 0) + 1);
  for (const [id, count] of times) {
    await db
      .updateTable('inbox')
      .set({ duplicates: sql<number>`duplicates + ${count}` })
      .where('id', '=', id)
      .execute();
  }
}
