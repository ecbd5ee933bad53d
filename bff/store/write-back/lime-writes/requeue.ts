import type { Kysely } from 'kysely';
import type { LimeWrites } from '../../../services/ports/store/lime-writes.ts';
import type { Schema } from '../../schema.ts';

export const requeue =
  (db: Kysely<Schema>): LimeWrites['requeue'] =>
  async (database, at) => {
    const { numUpdatedRows } = await db
      .updateTable('lime_object')
      .set({ due_at: at, attempts: 0 })
      .where('lime_database', '=', database)
      .where(({ or, eb }) =>
        or([eb('cause', 'is not', null), eb('left_out', 'is not', null), eb('twins', 'is not', null)]),
      )
      .executeTakeFirst();
    return Number(numUpdatedRows);
  };
