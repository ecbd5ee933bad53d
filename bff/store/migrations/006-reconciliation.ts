import { type Kysely, type Migration, sql } from 'kysely';
import type { StoreDialect } from '../dialect.ts';

/** Runs of reconciliation, the drift they find, the reads that settle it; and which invoices are held as open, of whom. */
export const reconciliation = (dialect: StoreDialect): Migration => ({
  async up(db) {
    await createRuns(db, dialect);
    await createDrift(db, dialect);
    await createReads(db);
    await markOpenInvoices(db);
  },
});

async function createRuns(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
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
}

async function createDrift(db: Kysely<unknown>, dialect: StoreDialect): Promise<void> {
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
    .addColumn('settled_at', 'text')
    .addColumn('outcome', 'text')
    .addColumn('value', 'text')
    .execute();
  await db.schema.createIndex('drift_run').on('drift').columns(['run_id', 'id']).execute();
  await db.schema
    .createIndex('drift_unsettled')
    .on('drift')
    .columns(['lime_database', 'action_public_id'])
    .where(sql<boolean>`settled_at is null`)
    .execute();
}

async function createReads(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('drift_read')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('action_public_id', 'text', (column) => column.notNull())
    .addColumn('due_at', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('insists', 'text')
    .addPrimaryKeyConstraint('drift_read_key', ['lime_database', 'action_public_id'])
    .execute();
  await db.schema
    .createIndex('drift_read_due')
    .on('drift_read')
    .columns(['lime_database', 'due_at'])
    .where(sql<boolean>`due_at is not null`)
    .execute();
}

interface Invoices {
  invoice: {
    lime_database: string;
    action_public_id: string;
    snapshot: string | null;
    open_with: string | null;
  };
}

/** `open_with`: the creditor of an invoice that is held as open; null of all others. */
async function markOpenInvoices(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('invoice').addColumn('open_with', 'text').execute();
  const invoices = db as Kysely<Invoices>;
  const page = 1_000;
  for (let after: [string, string] | undefined = ['', '']; after; ) {
    const [database, id]: [string, string] = after;
    const rows = await invoices
      .selectFrom('invoice')
      .select(['lime_database', 'action_public_id', 'snapshot'])
      .where(sql<boolean>`(lime_database, action_public_id) > (${database}, ${id})`)
      .orderBy('lime_database')
      .orderBy('action_public_id')
      .limit(page)
      .execute();
    for (const row of rows) {
      const { stage, creditorPublicId } = JSON.parse(row.snapshot ?? '{}');
      if (!creditorPublicId || !openStages.includes(stage)) continue;
      await invoices
        .updateTable('invoice')
        .set({ open_with: creditorPublicId })
        .where('lime_database', '=', row.lime_database)
        .where('action_public_id', '=', row.action_public_id)
        .execute();
    }
    const last = rows.at(-1);
    after = rows.length === page && last ? [last.lime_database, last.action_public_id] : undefined;
  }
  await db.schema
    .createIndex('invoice_open')
    .on('invoice')
    .columns(['lime_database', 'open_with', 'action_public_id'])
    .where(sql<boolean>`open_with is not null`)
    .execute();
}

const openStages = ['draft', 'attested', 'sent', 'reminded', 'debt-collection', 'manual'];
