import { type Kysely, sql } from 'kysely';
import type { StoreDialect } from '../../dialect.ts';

/** Pending writes to Lime, the log of writes, and the debtors to read first. */
export async function createWriteBack(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  await db.schema
    .createTable('lime_object')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('billecta_id', 'text', (column) => column.notNull())
    .addColumn('lime_id', 'bigint')
    .addColumn('fields', 'text')
    .addColumn('step', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('revision', 'integer', (column) => column.notNull().defaultTo(1))
    .addColumn('due_at', 'text')
    .addColumn('enqueued_at', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('cause', 'text')
    .addColumn('message', 'text')
    .addColumn('waits_for', 'text')
    .addColumn('lease_token', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('written_at', 'text')
    .addColumn('left_out', 'text')
    .addColumn('left_out_since', 'text')
    .addColumn('twins', 'text')
    .addColumn('twins_since', 'text')
    .addPrimaryKeyConstraint('lime_object_key', ['lime_database', 'kind', 'billecta_id'])
    .execute();
  await db.schema
    .createIndex('lime_object_due')
    .on('lime_object')
    .columns(['lime_database', 'due_at'])
    .where(sql<boolean>`due_at is not null`)
    .execute();
  await db.schema
    .createIndex('lime_object_waiting')
    .on('lime_object')
    .columns(['lime_database', 'waits_for'])
    .where(sql<boolean>`waits_for is not null`)
    .execute();
  await db.schema
    .createIndex('lime_object_failed')
    .on('lime_object')
    .columns(['lime_database', 'cause'])
    .where(sql<boolean>`cause is not null`)
    .execute();
  await db.schema
    .createIndex('lime_object_left_out')
    .on('lime_object')
    .columns(['lime_database', 'left_out_since'])
    .where(sql<boolean>`left_out is not null`)
    .execute();
  await db.schema
    .createIndex('lime_object_twins')
    .on('lime_object')
    .columns(['lime_database', 'twins_since'])
    .where(sql<boolean>`twins is not null`)
    .execute();

  await db.schema
    .createTable('lime_change')
    .addColumn('id', dialect.countingType, dialect.counting)
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('billecta_id', 'text', (column) => column.notNull())
    .addColumn('lime_id', 'bigint', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('created', 'integer', (column) => column.notNull())
    .addColumn('changes', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createIndex('lime_change_object')
    .on('lime_change')
    .columns(['lime_database', 'kind', 'billecta_id', 'id'])
    .execute();
  await db.schema.createIndex('lime_change_age').on('lime_change').columns(['lime_database', 'at']).execute();

  await db.schema
    .createTable('debtor_read')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('debtor_public_id', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('enqueued_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('lease_token', 'text')
    .addColumn('lease_until', 'text')
    .addPrimaryKeyConstraint('debtor_read_key', ['lime_database', 'debtor_public_id'])
    .execute();
  await db.schema
    .createIndex('debtor_read_due')
    .on('debtor_read')
    .columns(['lime_database', 'due_at'])
    .execute();
}
