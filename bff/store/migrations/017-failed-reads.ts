import type { Migration } from 'kysely';

/** Since when an invoice cannot be read in Billecta, and what was said about it. */
export const failedReads: Migration = {
  async up(db) {
    for (const column of ['read_failed_at', 'read_message'])
      await db.schema.alterTable('invoice').addColumn(column, 'text').execute();
  },
};
