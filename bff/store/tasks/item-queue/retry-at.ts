import type { Kysely } from 'kysely';
import type { Tasks } from '../../../services/ports/store/tasks.ts';
import { noLease } from '../../no-lease.ts';
import type { Schema } from '../../schema.ts';

export const retryAt =
  (db: Kysely<Schema>): Tasks['retryAt'] =>
  async (database, { id, token }, { at, attempts, commandId }) => {
    await db
      .updateTable('task_item')
      .set({ ...noLease, next_attempt_at: at, attempts, command_id: commandId })
      .where('lime_database', '=', database)
      .where('id', '=', id)
      .where('lease_token', '=', token)
      .execute();
  };
