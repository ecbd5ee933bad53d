import type { Kysely } from 'kysely';
import type { DueItem, Tasks } from '../../../services/ports/store/tasks.ts';
import type { StoreDialect } from '../../dialect.ts';
import type { Schema } from '../../schema.ts';
import { toTask } from '../rows.ts';
import { waiting } from './waiting.ts';

export const lease =
  (db: Kysely<Schema>, dialect: StoreDialect): Tasks['lease'] =>
  async (database, now, { token, until }, limit) => {
    const free = db
      .selectFrom('task_item')
      .select('task_item.id')
      .where('task_item.lime_database', '=', database)
      .where('task_item.state', '=', waiting)
      .where('task_item.next_attempt_at', '<=', now)
      .where((eb) => eb.or([eb('task_item.lease_until', 'is', null), eb('task_item.lease_until', '<=', now)]))
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
  };

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
