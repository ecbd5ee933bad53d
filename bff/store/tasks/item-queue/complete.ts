import type { Kysely } from 'kysely';
import type { Tasks } from '../../../services/ports/store/tasks.ts';
import { noLease } from '../../no-lease.ts';
import type { Schema } from '../../schema.ts';

export const complete =
  (db: Kysely<Schema>): Tasks['complete'] =>
  async (database, { id, token }, end, at) => {
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
  };
