import { type Kysely, sql } from 'kysely';
import type { StoreDialect } from '../../dialect.ts';

export async function createInbox(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  await db.schema
    .createTable('inbox')
    .addColumn('id', dialect.countingType, dialect.counting)
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('delivery_id', 'text')
    .addColumn('body_hash', 'text', (column) => column.notNull())
    .addColumn('event', 'text')
    .addColumn('subject', 'text')
    .addColumn('creditor', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('next_attempt_at', 'text', (column) => column.notNull())
    .addColumn('lease_token', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('duplicates', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('settled_at', 'text')
    .addColumn('cause', 'text')
    .addColumn('outcome', 'text')
    .execute();
  await db.schema
    .createIndex('inbox_delivery')
    .on('inbox')
    .columns(['lime_database', 'delivery_id'])
    .unique()
    .execute();
  await db.schema
    .createIndex('inbox_subject')
    .on('inbox')
    .columns(['lime_database', 'subject', 'id'])
    .execute();
  // Partial, so that a million settled events cost the claiming of the next ones nothing.
  await db.schema
    .createIndex('inbox_pending')
    .on('inbox')
    .columns(['lime_database', 'id'])
    .where(sql`state`, '=', sql.lit('pending'))
    .execute();
  await db.schema
    .createIndex('inbox_pending_subject')
    .on('inbox')
    .columns(['lime_database', 'subject', 'id'])
    .where(sql`state`, '=', sql.lit('pending'))
    .execute();
  await db.schema
    .createTable('inbox_body')
    .addColumn('event_id', dialect.countingType, (column) => column.primaryKey())
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
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
  await db.schema.createIndex('attempt_event').on('attempt').column('event_id').execute();
}
