import type { Kysely } from 'kysely';
import type { StoreDialect } from '../../dialect.ts';

/** Counts of events, administrators' marks on issues, and the receiver log. */
export async function createAdmin(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  await db.schema
    .createTable('event_hour')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('hour', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_hour_key', ['lime_database', 'hour', 'kind'])
    .execute();

  await db.schema
    .createTable('delay_hour')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('hour', 'text', (column) => column.notNull())
    .addColumn('bucket', 'integer', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('delay_hour_key', ['lime_database', 'hour', 'bucket'])
    .execute();

  await db.schema
    .createTable('event_seen')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_seen_key', ['lime_database', 'event'])
    .execute();

  await db.schema
    .createTable('queue_sample')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('depth', 'integer', (column) => column.notNull())
    .addColumn('oldest_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('queue_sample_key', ['lime_database', 'at'])
    .execute();

  await db.schema
    .createTable('issue_mark')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('issue', 'text', (column) => column.notNull())
    .addColumn('mark', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('by', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('issue_mark_key', ['lime_database', 'issue', 'mark'])
    .execute();

  await db.schema
    .createTable('webhook_key')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('last_used_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('webhook_key_key', ['lime_database', 'name'])
    .execute();

  await db.schema
    .createTable('rejected_request')
    .addColumn('id', dialect.countingType, dialect.counting)
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('headers', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('rejected_request_newest')
    .on('rejected_request')
    .columns(['lime_database', 'id'])
    .execute();
}
