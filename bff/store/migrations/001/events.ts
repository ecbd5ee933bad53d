import { type Kysely, sql } from 'kysely';
import type { StoreDialect } from '../../dialect.ts';

/** Stored webhook events, their bodies, the attempts that failed, and whether they are applied. */
export async function createEvents(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  await db.schema
    .createTable('inbox')
    .addColumn('id', dialect.countingType, dialect.counting)
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('delivery_id', 'text')
    .addColumn('repeat_key', 'text')
    .addColumn('event', 'text')
    .addColumn('subject', 'text')
    .addColumn('creditor', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('next_attempt_at', 'text', (column) => column.notNull())
    .addColumn('lease_token', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('duplicates', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('occurred_at', 'text')
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('completed_at', 'text')
    .addColumn('cause', 'text')
    .addColumn('outcome', 'text')
    .execute();
  // Partial, so that a million completed events cost the lease of the next ones nothing.
  await db.schema
    .createIndex('inbox_due')
    .on('inbox')
    .columns(['lime_database', 'next_attempt_at', 'id'])
    .where(sql<boolean>`state = 'pending'`)
    .execute();
  // Events that block later ones about the same subject: being applied, or failed and to be retried.
  await db.schema
    .createIndex('inbox_blocking')
    .on('inbox')
    .columns(['lime_database', 'subject', 'id'])
    .where(sql<boolean>`state = 'pending' and (attempts > 0 or lease_token is not null)`)
    .execute();
  await db.schema
    .createIndex('inbox_completed_subject')
    .on('inbox')
    .columns(['lime_database', 'subject', 'id'])
    .where(sql<boolean>`state <> 'pending'`)
    .execute();
  await db.schema
    .createIndex('inbox_set_aside')
    .on('inbox')
    .columns(['lime_database', 'state', 'id', 'cause'])
    .where(sql<boolean>`state not in ('pending', 'applied')`)
    .execute();
  // The key begins with the event's time, so that the index grows at its end.
  await db.schema
    .createIndex('inbox_repeat')
    .on('inbox')
    .columns(['lime_database', 'repeat_key'])
    .unique()
    .where(sql<boolean>`repeat_key is not null`)
    .execute();
  // For a search by delivery id. Partial, so that no other search is planned over it.
  await db.schema
    .createIndex('inbox_delivery')
    .on('inbox')
    .columns(['lime_database', 'delivery_id'])
    .where(sql<boolean>`delivery_id is not null`)
    .execute();

  await db.schema
    .createTable('inbox_body')
    .addColumn('event_id', dialect.countingType, (column) => column.primaryKey())
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('headers', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  // While each body was compressed, a fifth fewer could come in.
  await dialect.storePlain(db, 'inbox_body', 'body');
  await db.schema
    .createIndex('inbox_body_age')
    .on('inbox_body')
    .columns(['lime_database', 'received_at'])
    .execute();

  await db.schema
    .createTable('attempt')
    .addColumn('id', dialect.countingType, dialect.counting)
    .addColumn('event_id', 'bigint', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('ms', 'integer', (column) => column.notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('message', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('attempt_event').on('attempt').columns(['event_id']).execute();

  await db.schema
    .createTable('processing_pause')
    .addColumn('lime_database', 'text', (column) => column.primaryKey())
    .addColumn('paused_at', 'text', (column) => column.notNull())
    .addColumn('paused_by', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .execute();
}
