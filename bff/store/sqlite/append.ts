import type Database from 'better-sqlite3';
import type { EnvelopeParser } from '../../services/ports/intake.ts';
import type { Arrival, Receipt } from '../dialect.ts';
import { atOnce } from '../due.ts';
import { freePlace, type Holder, placeOf, placesOf } from '../webhooks/repeat-places.ts';
import type { Statements } from './statements.ts';

const insert = `insert into inbox (
    lime_database, delivery_id, repeat_key, event, subject, creditor, state, next_attempt_at, received_at, occurred_at
  ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (lime_database, repeat_key) where repeat_key is not null do nothing`;

/** A body is given as the bytes that it came in, which are UTF-8 already. */
const insertBody = `insert into inbox_body
  (event_id, lime_database, received_at, headers, body) values (?, ?, ?, ?, cast(? as text))`;

const holdersOf = `select id, repeat_key as place, body from inbox left join inbox_body on event_id = id
  where inbox.lime_database = ? and repeat_key in (select value from json_each(?))`;

const count = 'update inbox set duplicates = duplicates + 1 where id = ?';

/** Stores events in order of arrival with one commit; repetitions are counted on the event that they repeat. */
export function appendAll(
  database: Database.Database,
  statements: Statements,
  arrivals: readonly Arrival[],
  reader: EnvelopeParser,
): Receipt[] {
  return database
    .transaction(() => arrivals.map((arrival) => append(statements, arrival, reader)))
    .immediate();
}

/** The index refuses a key that exists already, so that no query is needed before. */
function append(statements: Statements, { database, event }: Arrival, reader: EnvelopeParser): Receipt {
  const { deliveryId, subject, creditor, state, receivedAt, occurredAt, headers, body } = event;
  const key = event.repeatKey ?? '';
  for (let nth = 0; ; ) {
    const place = placeOf(event.repeatKey, nth);
    const { changes, lastInsertRowid } = statements
      .get(insert)
      .run(
        database,
        deliveryId,
        place,
        event.event,
        subject,
        creditor,
        state,
        atOnce,
        receivedAt,
        occurredAt,
      );
    if (changes === 1) {
      statements.get(insertBody).run(lastInsertRowid, database, receivedAt, headers, body);
      return { id: Number(lastInsertRowid), duplicate: false };
    }
    const holders = statements.get(holdersOf).all(database, JSON.stringify(placesOf(key))) as Holder[];
    const repeated = holders.find((stored) => reader.repeats(stored.body, body));
    if (repeated) {
      statements.get(count).run(repeated.id);
      return { id: repeated.id, duplicate: true };
    }
    nth = freePlace(key, holders);
  }
}
