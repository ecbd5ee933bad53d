import { type Kysely, type Migration, sql } from 'kysely';
import type { StoreDialect } from '../dialect.ts';

/** One command in hand for an invoice, whoever serves it; its audit trail; promised answers; pauses that end by themselves. */
export const safeCommands = (dialect: StoreDialect): Migration => ({
  async up(db) {
    await extendCommands(db);
    await createAudit(db, dialect);
    await createIdempotency(db);
    await createResumePlans(db);
  },
});

async function extendCommands(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('command')
    .addColumn('origin', 'text', (column) => column.notNull().defaultTo('api'))
    .execute();
  await db.schema.alterTable('command').addColumn('until', 'text').execute();
  await sql`update command set state = 'unknown' where state = 'requested'`.execute(db);
  await db.schema
    .createIndex('command_in_hand')
    .on('command')
    .columns(['lime_database', 'action_public_id'])
    .unique()
    .where(sql`state`, '=', sql.lit('requested'))
    .execute();
}

async function createAudit(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('id', dialect.countingType, dialect.counting)
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('command_id', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text')
    .execute();
  await db.schema
    .createIndex('audit_command')
    .on('audit')
    .columns(['lime_database', 'command_id', 'id'])
    .execute();
}

async function createIdempotency(db: Kysely<unknown>): Promise<void> {
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
}

async function createResumePlans(db: Kysely<unknown>): Promise<void> {
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
