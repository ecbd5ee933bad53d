import { type Kysely, sql } from 'kysely';
import type { StoreDialect } from '../../dialect.ts';

/** Commands, their audit trail, stored answers, and planned resumes. */
export async function createCommands(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  await db.schema
    .createTable('command')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('lime_id', 'bigint', (column) => column.notNull())
    .addColumn('action_public_id', 'text', (column) => column.notNull())
    .addColumn('command', 'text', (column) => column.notNull())
    .addColumn('requested_by', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('until', 'text')
    .addColumn('reason', 'text')
    .addColumn('comment', 'text')
    .addColumn('comment_sent', 'text')
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
  // One command at a time for an invoice, over all processes.
  await db.schema
    .createIndex('command_in_hand')
    .on('command')
    .columns(['lime_database', 'action_public_id'])
    .unique()
    .where(sql<boolean>`state = 'requested'`)
    .execute();
  await db.schema
    .createIndex('command_newest')
    .on('command')
    .columns(['lime_database', 'requested_at', 'id'])
    .execute();

  await db.schema
    .createTable('command_audit')
    .addColumn('id', dialect.countingType, dialect.counting)
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .execute();
  await db.schema
    .createIndex('command_audit_command')
    .on('command_audit')
    .columns(['lime_database', 'command_id', 'id'])
    .execute();

  await db.schema
    .createTable('idempotency')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('caller', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('request_hash', 'text', (column) => column.notNull())
    .addColumn('begun_at', 'text', (column) => column.notNull())
    .addColumn('status', 'integer')
    .addColumn('body', 'text')
    .addPrimaryKeyConstraint('idempotency_key', ['lime_database', 'caller', 'key'])
    .execute();
  await db.schema
    .createIndex('idempotency_age')
    .on('idempotency')
    .columns(['lime_database', 'begun_at'])
    .execute();

  await db.schema
    .createTable('resume_plan')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('action_public_id', 'text', (column) => column.notNull())
    .addColumn('lime_id', 'bigint', (column) => column.notNull())
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('until', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('next_attempt_at', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('ended_at', 'text')
    .addColumn('why', 'text')
    .addPrimaryKeyConstraint('resume_plan_key', ['lime_database', 'action_public_id'])
    .execute();
  await db.schema
    .createIndex('resume_plan_due')
    .on('resume_plan')
    .columns(['lime_database', 'state', 'next_attempt_at'])
    .execute();
}
