import type { Kysely } from 'kysely';
import type { StoreDialect } from '../../dialect.ts';

export async function createDoorbook(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
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
  await db.schema
    .createTable('processing_pause')
    .addColumn('lime_database', 'text', (column) => column.primaryKey())
    .addColumn('paused_at', 'text', (column) => column.notNull())
    .addColumn('paused_by', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .execute();
}
