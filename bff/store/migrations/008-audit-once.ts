import { type Migration, sql } from 'kysely';

/** That a command was requested stands in the command itself, and no longer in its audit trail as well. */
export const auditOnce: Migration = {
  async up(db) {
    await sql`delete from audit where state = 'requested'`.execute(db);
  },
};
