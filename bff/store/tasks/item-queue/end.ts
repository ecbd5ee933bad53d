import type { Kysely } from 'kysely';
import type { Tasks } from '../../../services/ports/store/tasks.ts';
import type { Schema } from '../../schema.ts';
import { waiting } from './waiting.ts';

export const end =
  (db: Kysely<Schema>): Tasks['end'] =>
  async (database, taskId, at) => {
    const { numUpdatedRows } = await db
      .updateTable('task')
      .set({ ended_at: at })
      .where('lime_database', '=', database)
      .where('id', '=', taskId)
      .where('ended_at', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('task_item')
              .select('task_item.id')
              .where('task_item.lime_database', '=', database)
              .where('task_item.task_id', '=', taskId)
              .where('task_item.state', '=', waiting),
          ),
        ),
      )
      .executeTakeFirst();
    return numUpdatedRows > 0;
  };
