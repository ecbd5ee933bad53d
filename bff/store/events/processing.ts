import type { Kysely } from 'kysely';
import type { Processing } from '../../services/ports/store/processing.ts';
import type { Schema } from '../schema.ts';

export function processing(db: Kysely<Schema>): Processing {
  return {
    async paused(database) {
      const row = await db
        .selectFrom('processing_pause')
        .select(['paused_at as since', 'paused_by as by', 'why'])
        .where('lime_database', '=', database)
        .executeTakeFirst();
      return row ?? null;
    },

    async pause(database, at, by, why) {
      await db
        .insertInto('processing_pause')
        .values({ lime_database: database, paused_at: at, paused_by: by, why })
        .onConflict((conflict) => conflict.column('lime_database').doUpdateSet({ paused_by: by, why }))
        .execute();
    },

    async resume(database) {
      await db.deleteFrom('processing_pause').where('lime_database', '=', database).execute();
    },
  };
}
