import type { Kysely, Migration } from 'kysely';

/** The webhook inbox, what is known of each invoice, and the log of commands. */
export const first: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('inbox')
      .addColumn('id', 'integer', (column) => column.primaryKey().autoIncrement())
      .addColumn('lime_database', 'text', (column) => column.notNull())
      .addColumn('delivery_id', 'text')
      .addColumn('body_hash', 'text', (column) => column.notNull())
      .addColumn('event', 'text')
      .addColumn('subject', 'text')
      .addColumn('body', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('next_attempt_at', 'text', (column) => column.notNull())
      .addColumn('duplicates', 'integer', (column) => column.notNull().defaultTo(0))
      .addColumn('received_at', 'text', (column) => column.notNull())
      .addColumn('settled_at', 'text')
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
    await db.schema.createIndex('inbox_due').on('inbox').columns(['lime_database', 'state', 'id']).execute();

    await db.schema
      .createTable('invoice')
      .addColumn('lime_database', 'text', (column) => column.notNull())
      .addColumn('action_public_id', 'text', (column) => column.notNull())
      .addColumn('lime_id', 'integer')
      .addColumn('snapshot', 'text')
      .addColumn('as_of', 'text')
      .addColumn('source', 'text')
      .addColumn('verified_at', 'text')
      .addColumn('read_due_at', 'text')
      .addColumn('read_attempts', 'integer', (column) => column.notNull().defaultTo(0))
      .addPrimaryKeyConstraint('invoice_key', ['lime_database', 'action_public_id'])
      .execute();
    await db.schema.createIndex('invoice_lime').on('invoice').columns(['lime_database', 'lime_id']).execute();
    await db.schema
      .createIndex('invoice_read_due')
      .on('invoice')
      .columns(['lime_database', 'read_due_at'])
      .execute();

    await db.schema
      .createTable('command')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('lime_database', 'text', (column) => column.notNull())
      .addColumn('lime_id', 'integer', (column) => column.notNull())
      .addColumn('action_public_id', 'text', (column) => column.notNull())
      .addColumn('command', 'text', (column) => column.notNull())
      .addColumn('requested_by', 'text', (column) => column.notNull())
      .addColumn('reason', 'text')
      .addColumn('comment', 'text')
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('requested_at', 'text', (column) => column.notNull())
      .addColumn('finished_at', 'text')
      .addColumn('outcome', 'text')
      .execute();
    await db.schema
      .createIndex('command_invoice')
      .on('command')
      .columns(['lime_database', 'action_public_id', 'state'])
      .execute();
    await db.schema.createIndex('command_state').on('command').columns(['lime_database', 'state']).execute();
  },
};
