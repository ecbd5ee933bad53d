import type { Migration } from 'kysely';

/** One row that is written now and then, to see whether anything can be. */
export const storageCheck: Migration = {
  async up(db) {
    await db.schema
      .createTable('storage_check')
      .addColumn('id', 'integer', (column) => column.primaryKey())
      .addColumn('filling', 'text', (column) => column.notNull())
      .execute();
  },
};
