import type { Kysely } from 'kysely';

export async function createInvoices(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('invoice')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('action_public_id', 'text', (column) => column.notNull())
    .addColumn('lime_id', 'bigint')
    .addColumn('snapshot', 'text')
    .addColumn('as_of', 'text')
    .addColumn('source', 'text')
    .addColumn('verified_at', 'text')
    .addColumn('read_due_at', 'text')
    .addColumn('read_wanted_from', 'text')
    .addColumn('read_attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('read_cause', 'text')
    .addPrimaryKeyConstraint('invoice_key', ['lime_database', 'action_public_id'])
    .execute();
  await db.schema.createIndex('invoice_lime').on('invoice').columns(['lime_database', 'lime_id']).execute();
  await db.schema
    .createIndex('invoice_read_due')
    .on('invoice')
    .columns(['lime_database', 'read_due_at'])
    .execute();
}
