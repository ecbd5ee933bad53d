import type { Kysely } from 'kysely';
import type { Tasks } from '../../services/ports/store/tasks.ts';
import type { StoreDialect } from '../dialect.ts';
import { atOnce } from '../due.ts';
import type { Schema } from '../schema.ts';
import { itemQueue } from './item-queue.ts';
import { toItem, toTask } from './rows.ts';

/** Rows of one statement; far below a database's limit of parameters. */
const rowsAtOnce = 500;

export function taskStore(db: Kysely<Schema>, dialect: StoreDialect): Tasks {
  return {
    ...itemQueue(db, dialect),

    add: (database, task, items) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('task')
          .values({
            lime_database: database,
            id: task.id,
            owner: task.owner,
            requested_by: task.requestedBy,
            origin: task.origin,
            command: task.command,
            reason: task.reason,
            comment: task.comment,
            until: task.until,
            change_end: task.changeEnd ? 1 : 0,
            created_at: task.createdAt,
            authorized_at: task.authorizedAt,
            cancelled_at: task.cancelledAt,
            ended_at: task.endedAt,
          })
          .execute();
        const rows = items.map(({ limeId, actionPublicId, commandId, end }, position) => ({
          lime_database: database,
          task_id: task.id,
          position,
          lime_id: limeId,
          action_public_id: actionPublicId,
          command_id: commandId,
          state: end?.state ?? ('waiting' as const),
          why: end && 'why' in end ? end.why : null,
          words: null,
          next_attempt_at: atOnce,
          lease_token: null,
          lease_until: null,
          ended_at: end && task.createdAt,
        }));
        for (let start = 0; start < rows.length; start += rowsAtOnce) {
          await transaction
            .insertInto('task_item')
            .values(rows.slice(start, start + rowsAtOnce))
            .execute();
        }
      }),

    async orderedAt(database, commandIds) {
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
    },

    async get(database, owner, id) {
      const row = await db
        .selectFrom('task')
        .selectAll()
        .where('lime_database', '=', database)
        .where('owner', '=', owner)
        .where('id', '=', id)
        .executeTakeFirst();
      return row && toTask(row);
    },

    async findByOwner(database, owner, limit) {
      const rows = await db
        .selectFrom('task')
        .selectAll()
        .where('lime_database', '=', database)
        .where('owner', '=', owner)
        .orderBy((eb) => eb.case().when('ended_at', 'is', null).then(0).else(1).end())
        .orderBy('created_at', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toTask);
    },

    async tally(database, taskIds) {
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
    },

    async items(database, taskId, { after, limit, states }) {
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
    },

    deleteExpired: (database, before, limit) =>
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
      }),
  };
}
