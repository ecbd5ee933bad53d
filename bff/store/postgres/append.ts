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

/** All with one statement, so that there is one way to the database and one commit. @returns the ids, in their order */
async function insert(db: Kysely<Schema>, arrivals: readonly Arrival[]): Promise<number[]> {
  if (arrivals.length === 0) return [];
  // As values, since an array of bodies has every quotation mark in it escaped.
  const came = arrivals.map(({ database, event }, place) => {
    const { deliveryId, bodyHash, subject, creditor, state, receivedAt, headers, body } = event;
    const columns = [
      database,
      deliveryId,
      bodyHash,
      event.event,
      subject,
      creditor,
      state,
      receivedAt,
      headers,
      body,
    ];
    return sql`(${sql.join(columns.map((column) => sql`${column}::text`))}, ${sql.lit(place + 1)})`;
  });
  const { rows } = await sql<{ id: number }>`
    with came (
      lime_database, delivery_id, body_hash, event, subject, creditor, state, received_at, headers, body, place
    ) as (
      values ${sql.join(came)}
    ), stored as (
      insert into inbox (
        lime_database, delivery_id, body_hash, event, subject, creditor, state, next_attempt_at, received_at
      )
      select lime_database, delivery_id, body_hash, event, subject, creditor, state, received_at, received_at
      from came order by place
      returning id
    ), numbered as (select id, row_number() over (order by id) as place from stored)
    insert into inbox_body (event_id, lime_database, received_at, headers, body)
    select id, lime_database, received_at, headers, body from numbered join came using (place)
    returning event_id as id`.execute(db);
  return rows.map(({ id }) => id).sort((a, b) => a - b);
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
