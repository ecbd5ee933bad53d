import type Database from 'better-sqlite3';
import type { ReceivedEvent } from '../../services/ports/inbox.ts';
import type { Arrival, Receipt } from '../dialect.ts';
import type { Statements } from './statements.ts';

const byDelivery = 'select id from inbox where lime_database = ? and delivery_id = ?';

const sameBody = `select max(id) as id from inbox
  where lime_database = ? and delivery_id is null and subject is ? and body_hash = ?`;

const since = `select id from inbox
  where lime_database = ? and delivery_id is null and subject = ? and id > ? limit 1`;

/** Has no index, and seldom finds anything to look at: Billecta sends delivery ids, or it does not. */
const deliveredSince = `select id from inbox
  where id > ? and lime_database = ? and +delivery_id is not null and subject = ? limit 1`;

const count = 'update inbox set duplicates = duplicates + 1 where id = ?';

const insert = `insert into inbox
  (lime_database, delivery_id, body_hash, event, subject, creditor, state, next_attempt_at, received_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (lime_database, delivery_id) do nothing`;

/** A body is given as the bytes that it came in, which are UTF-8 already. */
const insertBody = `insert into inbox_body
  (event_id, lime_database, received_at, headers, body) values (?, ?, ?, ?, cast(? as text))`;

/** Stores events in order of arrival with one commit; see {@link OpenDatabase.take} for what is a repetition. */
export function appendAll(
  database: Database.Database,
  statements: Statements,
  arrivals: readonly Arrival[],
): Receipt[] {
  return database.transaction(() => arrivals.map((arrival) => append(statements, arrival))).immediate();
}

/** A delivery id that is there already is refused by its index, so that nobody has to look for it first. */
function append(statements: Statements, { database, event }: Arrival): Receipt {
  const { deliveryId, bodyHash, subject, creditor, state, receivedAt, headers, body } = event;
  if (deliveryId === null) {
    const repeated = findRepeated(statements, database, event);
    if (repeated !== undefined) return countAgain(statements, repeated);
  }
  const { changes, lastInsertRowid } = statements
    .get(insert)
    .run(database, deliveryId, bodyHash, event.event, subject, creditor, state, receivedAt, receivedAt);
  if (changes === 0) {
    const { id } = statements.get(byDelivery).get(database, deliveryId) as { id: number };
    return countAgain(statements, id);
  }
  statements.get(insertBody).run(lastInsertRowid, database, receivedAt, headers, body);
  return { id: Number(lastInsertRowid), duplicate: false };
}

function countAgain(statements: Statements, id: number): Receipt {
  statements.get(count).run(id);
  return { id, duplicate: true };
}

/** The id of the stored event that one without a delivery id repeats. */
function findRepeated(
  statements: Statements,
  database: string,
  { subject, bodyHash }: ReceivedEvent,
): number | undefined {
  const find = (sql: string, ...parameters: unknown[]) =>
    (statements.get(sql).get(...parameters) as { id: number | null } | undefined)?.id ?? undefined;
  const same = find(sameBody, database, subject, bodyHash);
  if (same === undefined || subject === null) return same;
  const between = find(since, database, subject, same) ?? find(deliveredSince, same, database, subject);
  return between === undefined ? same : undefined;
}
