import type { Kysely } from 'kysely';
import type { Tasks } from '../../../services/ports/store/tasks.ts';
import type { Schema } from '../../schema.ts';
import { toTask } from '../rows.ts';

export const get =
  (db: Kysely<Schema>): Tasks['get'] =>
  async (database, owner, id) => {
    const row = await db
      .selectFrom('task')
      .selectAll()
      .where('lime_database', '=', database)
      .where('owner', '=', owner)
      .where('id', '=', id)
      .executeTakeFirst();
    return row && toTask(row);
  };
