import { type Kysely, type Migration, sql } from 'kysely';
import type { StoreDialect } from '../dialect.ts';

/** What is written to Lime: one pending write an object, what was written, and the debtors that are to be read first. */
export const intoLime = (dialect: StoreDialect): Migration => ({
  async up(db) {
    await db.schema.alterTable('invoice').addColumn('notes', 'text').execute();
    await createObjects(db);
    await createChanges(db, dialect);
    await createDebtorReads(db);
    // Kept by versions that could not apply them yet.
    await sql`update inbox set state = 'pending' where state = 'waiting'`.execute(db);
  },
});

async function createObjects(db: Kysely<unknown>): Promise<void> {
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
    .addColumn('wanted_since', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('cause', 'text')
    .addColumn('message', 'text')
    .addColumn('waits_for', 'text')
    .addColumn('lease_token', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('written_at', 'text')
    .addPrimaryKeyConstraint('lime_object_key', ['lime_database', 'kind', 'billecta_id'])
    .execute();
  const index = (name: string, column: string) =>
    db.schema
      .createIndex(name)
      .on('lime_object')
      .columns(['lime_database', column])
      .where(sql.ref(column), 'is not', null)
      .execute();
  await index('lime_object_due', 'due_at');
  await index('lime_object_waiting', 'waits_for');
  await index('lime_object_failed', 'cause');
}

async function createChanges(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
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
}

async function createDebtorReads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('debtor_read')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('debtor_public_id', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text', (column) => column.notNull())
    .addColumn('wanted_from', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('debtor_read_key', ['lime_database', 'debtor_public_id'])
    .execute();
  await db.schema
    .createIndex('debtor_read_due')
    .on('debtor_read')
    .columns(['lime_database', 'due_at'])
    .execute();
}
