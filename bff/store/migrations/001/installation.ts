import type { Kysely } from 'kysely';

/** What an installation has of its own. */
export async function createInstallation(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('storage_check')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('filling', 'text', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('installation')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .execute();
}
