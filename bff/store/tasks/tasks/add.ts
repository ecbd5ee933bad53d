import type { Kysely } from 'kysely';
import type { Tasks } from '../../../services/ports/store/tasks.ts';
import { atOnce } from '../../due.ts';
import type { Schema } from '../../schema.ts';

export const add =
  (db: Kysely<Schema>): Tasks['add'] =>
  (database, task, items) =>
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
    });

/** Rows of one statement; far below a database's limit of parameters. */
const rowsAtOnce = 500;
