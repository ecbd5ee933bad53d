import { type Kysely, sql } from 'kysely';
import type { StoreDialect } from '../../dialect.ts';

/** Comparisons with Billecta's lists, and the drift that they find. */
export async function createReconciliation(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
  await db.schema
    .createTable('reconciliation')
    .addColumn('id', dialect.countingType, dialect.counting)
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('creditor', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('started_by', 'text', (column) => column.notNull())
    .addColumn('started_at', 'text', (column) => column.notNull())
    .addColumn('finished_at', 'text')
    .addColumn('interruptions', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('creditors', 'text', (column) => column.notNull())
    .addColumn('cause', 'text')
    .addColumn('message', 'text')
    .addColumn('lease_token', 'text')
    .addColumn('lease_until', 'text')
    .execute();
  // One run at a time, over all processes.
  await db.schema
    .createIndex('reconciliation_unfinished')
    .on('reconciliation')
    .columns(['lime_database'])
    .unique()
    .where(sql<boolean>`finished_at is null`)
    .execute();
  await db.schema
    .createIndex('reconciliation_newest')
    .on('reconciliation')
    .columns(['lime_database', 'id'])
    .execute();

  await db.schema
    .createTable('drift')
    .addColumn('id', dialect.countingType, dialect.counting)
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('run_id', 'bigint', (column) => column.notNull())
    .addColumn('action_public_id', 'text', (column) => column.notNull())
    .addColumn('creditor_public_id', 'text', (column) => column.notNull())
    .addColumn('field', 'text', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('after', 'text', (column) => column.notNull())
    .addColumn('currency', 'text')
    .addColumn('found_at', 'text', (column) => column.notNull())
    .addColumn('events', 'text', (column) => column.notNull())
    .addColumn('received', 'text')
    .addColumn('resolved_at', 'text')
    .addColumn('outcome', 'text')
    .addColumn('value', 'text')
    .execute();
  await db.schema.createIndex('drift_run').on('drift').columns(['run_id', 'id']).execute();
  await db.schema
    .createIndex('drift_unresolved')
    .on('drift')
    .columns(['lime_database', 'action_public_id'])
    .where(sql<boolean>`resolved_at is null`)
    .execute();

  await db.schema
    .createTable('drift_read')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('action_public_id', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('list_only', 'text')
    .addColumn('lease_token', 'text')
    .addColumn('lease_until', 'text')
    .addPrimaryKeyConstraint('drift_read_key', ['lime_database', 'action_public_id'])
    .execute();
  await db.schema
    .createIndex('drift_read_due')
    .on('drift_read')
    .columns(['lime_database', 'due_at'])
    .where(sql<boolean>`due_at is not null`)
    .execute();
}
