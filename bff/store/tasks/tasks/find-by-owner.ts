import type { Kysely } from 'kysely';
import type { Tasks } from '../../../services/ports/store/tasks.ts';
import type { Schema } from '../../schema.ts';
import { toTask } from '../rows.ts';

export const findByOwner =
  (db: Kysely<Schema>): Tasks['findByOwner'] =>
  async (database, owner, limit) => {
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
  };
