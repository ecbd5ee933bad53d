import type { Kysely } from 'kysely';
import type { Tasks } from '../../../services/ports/store/tasks.ts';
import type { StoreDialect } from '../../dialect.ts';
import type { Schema } from '../../schema.ts';

export const orderedAt =
  (db: Kysely<Schema>, dialect: StoreDialect): Tasks['orderedAt'] =>
  async (database, commandIds) => {
    if (commandIds.length === 0) return new Map();
    const rows = await db
      .selectFrom('task_item')
      .innerJoin('task', (join) =>
        join
          .onRef('task.lime_database', '=', 'task_item.lime_database')
          .onRef('task.id', '=', 'task_item.task_id'),
      )
      .select(['task_item.command_id', 'task.authorized_at'])
      .where('task_item.lime_database', '=', database)
      .where('task_item.command_id', dialect.among, dialect.list(commandIds))
      .execute();
    return new Map(rows.map((row) => [row.command_id ?? '', row.authorized_at]));
  };
