import { type Kysely, sql } from 'kysely';
import type { StoreDialect } from '../../dialect.ts';

/** Invoices, and the reports of events about them that no read repeats. */
export async function createInvoices(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  await db.schema
    .createTable('invoice')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('action_public_id', 'text', (column) => column.notNull())
    .addColumn('lime_id', 'bigint')
    .addColumn('invoice_number', 'text')
    .addColumn('snapshot', 'text')
    .addColumn('notes', 'text')
    .addColumn('unread', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('as_of', 'text')
    .addColumn('source', 'text')
    .addColumn('verified_at', 'text')
    .addColumn('open_creditor', 'text')
    .addColumn('read_due_at', 'text')
    .addColumn('read_enqueued_at', 'text')
    .addColumn('read_attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('read_cause', 'text')
    .addColumn('read_message', 'text')
    .addColumn('read_failed_at', 'text')
    .addColumn('read_lease_token', 'text')
    .addColumn('read_lease_until', 'text')
    .addPrimaryKeyConstraint('invoice_key', ['lime_database', 'action_public_id'])
    .execute();
  await db.schema.createIndex('invoice_lime').on('invoice').columns(['lime_database', 'lime_id']).execute();
  await db.schema
    .createIndex('invoice_read_due')
    .on('invoice')
    .columns(['lime_database', 'read_due_at'])
    .execute();
  await db.schema
    .createIndex('invoice_open')
    .on('invoice')
    .columns(['lime_database', 'open_creditor', 'action_public_id'])
    .where(sql<boolean>`open_creditor is not null`)
    .execute();
  await db.schema
    .createIndex('invoice_read_failed')
    .on('invoice')
    .columns(['lime_database', 'read_cause'])
    .where(sql<boolean>`read_cause is not null`)
    .execute();
  await db.schema
    .createIndex('invoice_number')
    .on('invoice')
    .columns(['lime_database', 'invoice_number'])
    .where(sql<boolean>`invoice_number is not null`)
    .execute();
  await db.schema
    .createIndex('invoice_unread')
    .on('invoice')
    .columns(['lime_database', 'action_public_id'])
    .where(sql<boolean>`unread > 0`)
    .execute();

  await db.schema
    .createTable('notice')
    .addColumn('event_id', dialect.countingType, (column) => column.primaryKey())
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .execute();
  await db.schema
    .createIndex('notice_subject')
    .on('notice')
    .columns(['lime_database', 'subject', 'at'])
    .execute();
}
