import type { Kysely } from 'kysely';

export async function createCommandLog(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('command')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('lime_database', 'text', (column) => column.notNull())
    .addColumn('lime_id', 'bigint', (column) => column.notNull())
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
}
