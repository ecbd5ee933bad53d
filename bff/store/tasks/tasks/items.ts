import type { Kysely } from 'kysely';
import type { Tasks } from '../../../services/ports/store/tasks.ts';
import type { Schema } from '../../schema.ts';
import { toItem } from '../rows.ts';

export const items =
  (db: Kysely<Schema>): Tasks['items'] =>
  async (database, taskId, { after, limit, states }) => {
    const rows = await db
      .selectFrom('task_item')
      .selectAll()
      .where('lime_database', '=', database)
      .where('task_id', '=', taskId)
      .where('position', '>', after)
      .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
      .orderBy('position')
      .limit(limit)
      .execute();
    return rows.map(toItem);
  };
