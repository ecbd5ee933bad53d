import type { Kysely } from 'kysely';
import type { Tasks } from '../../../services/ports/store/tasks.ts';
import type { StoreDialect } from '../../dialect.ts';
import type { Schema } from '../../schema.ts';

export const deleteExpired =
  (db: Kysely<Schema>, dialect: StoreDialect): Tasks['deleteExpired'] =>
  (database, before, limit) =>
    db.transaction().execute(async (transaction) => {
      const old = await transaction
        .selectFrom('task')
        .select('id')
        .where('lime_database', '=', database)
        .where('ended_at', '<', before)
        .limit(limit)
        .execute();
      if (old.length === 0) return 0;
      const ids = dialect.list(old.map(({ id }) => id));
      await transaction
        .deleteFrom('task_item')
        .where('lime_database', '=', database)
        .where('task_id', dialect.among, ids)
        .execute();
      await transaction
        .deleteFrom('task')
        .where('lime_database', '=', database)
        .where('id', dialect.among, ids)
        .execute();
      return old.length;
    });
