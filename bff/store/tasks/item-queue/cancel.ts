import type { Kysely } from 'kysely';
import type { Tasks } from '../../../services/ports/store/tasks.ts';
import type { Schema } from '../../schema.ts';
import { waiting } from './waiting.ts';

export const cancel =
  (db: Kysely<Schema>): Tasks['cancel'] =>
  (database, taskId, at) =>
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
    });
