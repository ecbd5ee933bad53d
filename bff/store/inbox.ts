import type { Kysely } from 'kysely';
import type { Inbox, ReceivedEvent } from '../services/ports.ts';
import type { Schema } from './schema.ts';

/** @param db - a transaction or the database; appending to the latter opens a transaction of its own */
export function inbox(db: Kysely<Schema>): Inbox {
  return {
    append(database, event) {
      return db.isTransaction
        ? append(db, database, event)
        : db.transaction().execute((transaction) => append(transaction, database, event));
    },

    async due(database, now, limit) {
      const rows = await db
        .selectFrom('inbox')
        .selectAll()
        .where('lime_database', '=', database)
        .where('state', '=', 'pending')
        .where('next_attempt_at', '<=', now)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map((row) => ({
        id: row.id,
        deliveryId: row.delivery_id,
        bodyHash: row.body_hash,
        event: row.event,
        subject: row.subject,
        body: row.body,
        state: row.state,
        receivedAt: row.received_at,
        attempts: row.attempts,
      }));
    },

    async settle(id, state, outcome, at) {
      await db.updateTable('inbox').set({ state, outcome, settled_at: at }).where('id', '=', id).execute();
    },

    async retryAt(id, attempts, at, cause) {
      const retry = { attempts, next_attempt_at: at, outcome: cause };
      await db.updateTable('inbox').set(retry).where('id', '=', id).execute();
    },
  };
}

async function append(db: Kysely<Schema>, database: string, event: ReceivedEvent) {
  const repeated = await findRepeated(db, database, event);
  if (repeated !== undefined) {
    await db
      .updateTable('inbox')
      .set((eb) => ({ duplicates: eb('duplicates', '+', 1) }))
      .where('id', '=', repeated)
      .execute();
    return { id: repeated, duplicate: true };
  }
  const { id } = await db
    .insertInto('inbox')
    .values({
      lime_database: database,
      delivery_id: event.deliveryId,
      body_hash: event.bodyHash,
      event: event.event,
      subject: event.subject,
      body: event.body,
      state: event.state,
      next_attempt_at: event.receivedAt,
      received_at: event.receivedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, duplicate: false };
}

/**
 * The event that this one repeats: the one of the same delivery; without a delivery id, the last one about the same
 * subject when its body is the same. A, B, A about one subject is three events.
 */
async function findRepeated(
  db: Kysely<Schema>,
  database: string,
  event: ReceivedEvent,
): Promise<number | undefined> {
  if (event.deliveryId !== null) {
    const found = await db
      .selectFrom('inbox')
      .select('id')
      .where('lime_database', '=', database)
      .where('delivery_id', '=', event.deliveryId)
      .executeTakeFirst();
    return found?.id;
  }
  const last = await db
    .selectFrom('inbox')
    .select(['id', 'body_hash'])
    .where('lime_database', '=', database)
    .where('subject', event.subject === null ? 'is' : '=', event.subject)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.body_hash === event.bodyHash ? last.id : undefined;
}
