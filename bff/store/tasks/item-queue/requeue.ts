import type { Kysely } from 'kysely';
import type { Tasks } from '../../../services/ports/store/tasks.ts';
import { atOnce } from '../../due.ts';
import type { Schema } from '../../schema.ts';

export const requeue =
  (db: Kysely<Schema>): Tasks['requeue'] =>
  (database, taskId, items, at) =>
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
    });
