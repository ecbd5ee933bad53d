import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { EnvelopeParser } from '../../services/ports/intake.ts';
import type { Arrival, Receipt } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { alikeAtMost, freePlace, type Holder, placesOf } from '../webhooks/repeat-places.ts';
import { type Candidate, insertEvents } from './insert-events.ts';

/**
 * Stores events in order of arrival; repetitions are counted on the event that they repeat. One statement, except for
 * an event whose key exists already: that one is compared with those that have the key, and goes through another round
 * when its content differs.
 */
export async function appendAll(
  db: Kysely<Schema>,
  arrivals: readonly Arrival[],
  reader: EnvelopeParser,
): Promise<Receipt[]> {
  const { candidates, repeats } = withinBatch(arrivals, reader);
  const receipts = new Map<Arrival, Receipt>();
  let open = candidates;
  while (open.length > 0) {
    const ids = await insertEvents(db, open);
    for (const [row, id] of ids) receipts.set((open[row] as Candidate).arrival, { id, duplicate: false });
    open = await compare(
      db,
      open.filter((_, row) => !ids.has(row)),
      reader,
      receipts,
    );
  }
  const all = arrivals.map((arrival): Receipt => {
    const repeated = repeats.get(arrival);
    const { id, duplicate } = receipts.get(repeated ?? arrival) as Receipt;
    return { id, duplicate: duplicate || repeated !== undefined };
  });
  const duplicates = all.filter(({ duplicate }) => duplicate).map(({ id }) => id);
  await countDuplicates(db, duplicates);
  return all;
}

/** Removes the arrivals that repeat another one beside them. */
function withinBatch(arrivals: readonly Arrival[], reader: EnvelopeParser) {
  const alike = new Map<string, Arrival[]>();
  const repeats = new Map<Arrival, Arrival>();
  const candidates: Candidate[] = [];
  for (const arrival of arrivals) {
    const { repeatKey, body } = arrival.event;
    const others = repeatKey === null ? [] : (alike.get(mapKey(arrival)) ?? []);
    const stored = others.find((other) => reader.repeats(Buffer.from(other.event.body).toString(), body));
    if (stored) repeats.set(arrival, stored);
    else {
      candidates.push({ arrival, nth: 0 });
      if (others.length < alikeAtMost) alike.set(mapKey(arrival), [...others, arrival]);
    }
  }
  return { candidates, repeats };
}

const mapKey = ({ database, event }: Arrival) => JSON.stringify([database, event.repeatKey]);

/** Compares the first of each key with the stored events. @returns those that go through another round */
async function compare(
  db: Kysely<Schema>,
  refused: readonly Candidate[],
  reader: EnvelopeParser,
  receipts: Map<Arrival, Receipt>,
): Promise<Candidate[]> {
  const holders = await holdersOf(db, refused);
  const compared = new Set<string>();
  return refused.flatMap(({ arrival, nth }): Candidate[] => {
    const key = arrival.event.repeatKey ?? '';
    if (compared.has(mapKey(arrival))) return [{ arrival, nth }];
    compared.add(mapKey(arrival));
    const stored = holders.get(mapKey(arrival)) ?? [];
    if (stored.length === 0)
      throw new Error(`The event with the key ${key} was refused as a repetition and is not there`);
    const repeated = stored.find(({ body }) => reader.repeats(body, arrival.event.body));
    if (!repeated) return [{ arrival, nth: freePlace(key, stored) }];
    receipts.set(arrival, { id: repeated.id, duplicate: true });
    return [];
  });
}

/** The stored events with each key. */
async function holdersOf(db: Kysely<Schema>, refused: readonly Candidate[]): Promise<Map<string, Holder[]>> {
  if (refused.length === 0) return new Map();
  const places = refused.flatMap(({ arrival: { database, event } }) =>
    placesOf(event.repeatKey ?? '').map((place) => ({ database, place, key: event.repeatKey ?? '' })),
  );
  const { rows } = await sql<Holder & { database: string; key: string }>`
    select listed.database, listed.key, listed.place, id, body
    from unnest(
      ${places.map(({ database }) => database)}::text[],
      ${places.map(({ key }) => key)}::text[],
      ${places.map(({ place }) => place)}::text[]
    ) as listed (database, key, place)
    join inbox on inbox.lime_database = listed.database and inbox.repeat_key = listed.place
    left join inbox_body on event_id = id`.execute(db);
  const holders = new Map<string, Holder[]>();
  for (const { database, key, ...holder } of rows) {
    const name = JSON.stringify([database, key]);
    holders.set(name, [...(holders.get(name) ?? []), holder]);
  }
  return holders;
}

async function countDuplicates(db: Kysely<Schema>, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update inbox set duplicates = duplicates + again.times
    from (select id, count(*) as times from unnest(${ids}::bigint[]) as each(id) group by id) as again
    where inbox.id = again.id`.execute(db);
}
