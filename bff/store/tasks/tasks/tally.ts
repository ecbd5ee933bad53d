import type { Kysely } from 'kysely';
import type { Tasks } from '../../../services/ports/store/tasks.ts';
import type { StoreDialect } from '../../dialect.ts';
import type { Schema } from '../../schema.ts';

export const tally =
  (db: Kysely<Schema>, dialect: StoreDialect): Tasks['tally'] =>
  async (database, taskIds) => {
    if (taskIds.length === 0) return [];
    const rows = await db
      .selectFrom('task_item')
      .select((eb) => ['task_id', 'state', 'why', eb.fn.countAll<number>().as('count')])
      .where('lime_database', '=', database)
      .where('task_id', dialect.among, dialect.list(taskIds))
      .groupBy(['task_id', 'state', 'why'])
      .execute();
    return rows.map(({ task_id, state, why, count }) => ({
      taskId: task_id,
      state,
      why,
      count: Number(count),
    }));
  };
