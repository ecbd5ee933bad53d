import type { Kysely } from 'kysely';
import type { LimeWrites } from '../../../services/ports/store/lime-writes.ts';
import type { Schema } from '../../schema.ts';

export const deleteExpired =
  (db: Kysely<Schema>): LimeWrites['deleteExpired'] =>
  async (database, before, limit) => {
    const { numDeletedRows } = await db
      .deleteFrom('lime_change')
      .where('id', 'in', (eb) =>
        eb
          .selectFrom('lime_change')
          .select('id')
          .where('lime_database', '=', database)
          .where('at', '<', before)
          .orderBy('at')
          .limit(limit),
      )
      .executeTakeFirst();
    return Number(numDeletedRows);
  };
