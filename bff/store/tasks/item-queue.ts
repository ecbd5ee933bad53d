import { type Kysely, sql } from 'kysely';
import type { DueItem, Tasks } from '../../services/ports/store/tasks.ts';
import type { StoreDialect } from '../dialect.ts';
import { atOnce } from '../due.ts';
import type { Schema } from '../schema.ts';
import { toTask } from './rows.ts';

/** As text in the statement, so that the partial index on it is used. */
const waiting = sql.lit<'waiting'>('waiting');
const noLease = { lease_token: null, lease_until: null };

type ItemQueue = Pick<Tasks, 'lease' | 'complete' | 'retryAt' | 'end' | 'cancel' | 'requeue'>;

/** The invoices of all tasks that are due, and their leases. */
export function itemQueue(db: Kysely<Schema>, dialect: StoreDialect): ItemQueue {
  return {
    async lease(database, now, { token, until }, limit) {
      const free = db
        .selectFrom('task_item')
        .select('task_item.id')
        .where('task_item.lime_database', '=', database)
        .where('task_item.state', '=', waiting)
        .where('task_item.next_attempt_at', '<=', now)
        .where((eb) =>
          eb.or([eb('task_item.lease_until', 'is', null), eb('task_item.lease_until', '<=', now)]),
        )
        .orderBy('task_item.position')
        .orderBy('task_item.next_attempt_at')
        .orderBy('task_item.id')
        .limit(limit);
      // Looking costs no place in the queue of writers, and mostly there is nothing.
      if ((await free.execute()).length === 0) return [];
      const leased = await db
        .updateTable('task_item')
        .set({ lease_token: token, lease_until: until })
        .where('id', 'in', dialect.lockingSkipLocked(free))
        .returning('id')
        .execute();
      const items = await due(
        db,
        dialect,
        leased.map(({ id }) => id),
      );
      return items.map((item) => ({ ...item, token }));
    },

    async complete(database, { id, token }, end, at) {
      const { numUpdatedRows } = await db
        .updateTable('task_item')
        .set({
          ...noLease,
          state: end.state,
          why: 'why' in end ? end.why : null,
          words: 'words' in end ? end.words : null,
          ended_at: at,
        })
        .where('lime_database', '=', database)
        .where('id', '=', id)
        .where('lease_token', '=', token)
        .executeTakeFirst();
      return numUpdatedRows > 0;
    },

    async retryAt(database, { id, token }, { at, attempts, commandId }) {
      await db
        .updateTable('task_item')
        .set({ ...noLease, next_attempt_at: at, attempts, command_id: commandId })
        .where('lime_database', '=', database)
        .where('id', '=', id)
        .where('lease_token', '=', token)
        .execute();
    },

    async end(database, taskId, at) {
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
    },

    cancel: (database, taskId, at) =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('task')
          .set({ cancelled_at: at })
          .where('lime_database', '=', database)
          .where('id', '=', taskId)
          .where('ended_at', 'is', null)
          .execute();
        await transaction
          .updateTable('task_item')
          .set({ state: 'cancelled', ended_at: at })
          .where('lime_database', '=', database)
          .where('task_id', '=', taskId)
          .where('state', '=', waiting)
          .where('lease_token', 'is', null)
          .execute();
      }),

    requeue: (database, taskId, items, at) =>
      db.transaction().execute(async (transaction) => {
        let requeued = 0n;
        for (const { position, actionPublicId, commandId } of items) {
          const { numUpdatedRows } = await transaction
            .updateTable('task_item')
            .set({
              state: 'waiting',
              why: null,
              words: null,
              ended_at: null,
              attempts: 0,
              next_attempt_at: atOnce,
              action_public_id: actionPublicId,
              command_id: commandId,
            })
            .where('lime_database', '=', database)
            .where('task_id', '=', taskId)
            .where('position', '=', position)
            .where('state', '=', 'failed')
            .executeTakeFirst();
          requeued += numUpdatedRows;
        }
        if (requeued > 0n) {
          await transaction
            .updateTable('task')
            .set({ authorized_at: at, cancelled_at: null, ended_at: null })
            .where('lime_database', '=', database)
            .where('id', '=', taskId)
            .execute();
        }
        return Number(requeued);
      }),
  };
}

/** The leased invoices, with the tasks they belong to. */
async function due(
  db: Kysely<Schema>,
  dialect: StoreDialect,
  ids: readonly number[],
): Promise<Array<Omit<DueItem, 'token'>>> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('task_item')
    .innerJoin('task', (join) =>
      join
        .onRef('task.lime_database', '=', 'task_item.lime_database')
        .onRef('task.id', '=', 'task_item.task_id'),
    )
    .selectAll('task')
    .select([
      'task_item.id as item_id',
      'task_item.lime_id',
      'task_item.action_public_id',
      'task_item.command_id',
      'task_item.attempts',
    ])
    .where('task_item.id', dialect.among, dialect.list(ids))
    .orderBy('task_item.id')
    .execute();
  return rows.map((row) => ({
    id: row.item_id,
    limeId: row.lime_id,
    actionPublicId: row.action_public_id ?? '',
    commandId: row.command_id ?? '',
    attempts: row.attempts,
    task: toTask(row),
  }));
}
