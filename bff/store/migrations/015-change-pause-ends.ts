import type { Migration } from 'kysely';

/** Whether a task changes the end of pauses that are there already. */
export const changePauseEnds: Migration = {
  async up(db) {
    await db.schema
      .alterTable('task')
      .addColumn('change_end', 'integer', (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
