import { type Kysely, type Migration, sql } from 'kysely';

/**
 * What the status panel is told from. Nothing here touches an event on its way in: the indexes are on what is settled or
 * has failed, and happenings are counted beside the events.
 */
export const panel = (isSqlite: boolean): Migration => ({
  async up(db) {
    await indexEvents(db);
    await nameInvoices(db, isSqlite);
    await createTallies(db);
    await db.schema.alterTable('inbox_body').addColumn('headers', 'text').execute();
    await countWhatIsThere(db);
    await db.schema
      .createIndex('command_newest')
      .on('command')
      .columns(['lime_database', 'requested_at', 'id'])
      .execute();
    await db.schema
      .createTable('issue_mark')
      .addColumn('lime_database', 'text', (column) => column.notNull())
      .addColumn('issue', 'text', (column) => column.notNull())
      .addColumn('mark', 'text', (column) => column.notNull())
      .addColumn('at', 'text', (column) => column.notNull())
      .addColumn('by', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint('issue_mark_key', ['lime_database', 'issue', 'mark'])
      .execute();
  },
});

async function indexEvents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('inbox_set_aside')
    .on('inbox')
    .columns(['lime_database', 'state', 'id', 'cause'])
    .where(sql<boolean>`state not in ('pending', 'applied')`)
    .execute();
  await db.schema
    .createIndex('invoice_read_failed')
    .on('invoice')
    .columns(['lime_database', 'read_cause'])
    .where(sql.ref('read_cause'), 'is not', null)
    .execute();
}

/** Administrators know an invoice by its number. */
async function nameInvoices(db: Kysely<unknown>, isSqlite: boolean): Promise<void> {
  await db.schema.alterTable('invoice').addColumn('invoice_number', 'text').execute();
  const number = isSqlite
    ? sql`json_extract(snapshot, '$.invoiceNumber')`
    : sql`snapshot::json->>'invoiceNumber'`;
  await sql`update invoice set invoice_number = ${number} where snapshot is not null`.execute(db);
  await db.schema
    .createIndex('invoice_number')
    .on('invoice')
    .columns(['lime_database', 'invoice_number'])
    .where(sql.ref('invoice_number'), 'is not', null)
    .execute();
}

async function createTallies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('event_hour')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('hour', 'text', (column) => column.notNull())
    .addColumn('happening', 'text', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_hour_key', ['lime_database', 'hour', 'happening'])
    .execute();
  await db.schema
    .createTable('delay_hour')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('hour', 'text', (column) => column.notNull())
    .addColumn('bucket', 'integer', (column) => column.notNull())
    .addColumn('count', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('delay_hour_key', ['lime_database', 'hour', 'bucket'])
    .execute();
  await db.schema
    .createTable('event_seen')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_seen_key', ['lime_database', 'event'])
    .execute();
  await db.schema
    .createTable('queue_sample')
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('depth', 'integer', (column) => column.notNull())
    .addColumn('oldest_ms', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('queue_sample_key', ['lime_database', 'at'])
    .execute();
}

/** Events that came before there were counts; that they were applied counts for the hour in which they came. */
async function countWhatIsThere(db: Kysely<unknown>): Promise<void> {
  const hour = sql`substr(received_at, 1, 13) || ':00:00.000Z'`;
  await sql`
    insert into event_hour (lime_database, hour, happening, count)
    select lime_database, ${hour}, state, count(*) from inbox
    where state not in ('pending', 'dismissed') group by lime_database, ${hour}, state
    union all
    select lime_database, ${hour}, 'received', count(*) from inbox group by lime_database, ${hour}`.execute(
    db,
  );
  await sql`
    insert into event_seen (lime_database, event, at)
    select lime_database, event, max(received_at) from inbox
    where event is not null and state not in ('ignored', 'unreadable') group by lime_database, event`.execute(
    db,
  );
}
