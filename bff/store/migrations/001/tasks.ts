import { type Kysely, sql } from 'kysely';
import type { StoreDialect } from '../../dialect.ts';

/** Commands on many invoices. */
export async function createTasks(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  await db.schema
    .createTable('task')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('requested_by', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('reason', 'text')
    .addColumn('comment', 'text')
    .addColumn('until', 'text')
    .addColumn('change_end', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('authorized_at', 'text', (column) => column.notNull())
    .addColumn('cancelled_at', 'text')
    .addColumn('ended_at', 'text')
    .addPrimaryKeyConstraint('task_key', ['lime_database', 'id'])
    .execute();
  await db.schema
    .createIndex('task_owner')
    .on('task')
    .columns(['lime_database', 'owner', 'created_at'])
    .execute();

  await db.schema
    .createTable('task_item')
    .addColumn('id', dialect.countingType, dialect.counting)
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('task_id', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('lime_id', 'bigint', (column) => column.notNull())
    .addColumn('action_public_id', 'text')
    .addColumn('command_id', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('why', 'text')
    .addColumn('words', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('next_attempt_at', 'text', (column) => column.notNull())
    .addColumn('lease_token', 'text')
    .addColumn('lease_until', 'text')
    .addColumn('ended_at', 'text')
    .execute();
  await db.schema
    .createIndex('task_item_place')
    .on('task_item')
    .columns(['lime_database', 'task_id', 'position'])
    .unique()
    .execute();
  await db.schema
    .createIndex('task_item_waiting')
    .on('task_item')
    .columns(['lime_database', 'position', 'next_attempt_at'])
    .where(sql<boolean>`state = 'waiting'`)
    .execute();
  // By command, to know when it was ordered.
  await db.schema
    .createIndex('task_item_command')
    .on('task_item')
    .columns(['lime_database', 'command_id'])
    .execute();
}
