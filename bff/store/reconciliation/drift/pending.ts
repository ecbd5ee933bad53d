import type { Kysely } from 'kysely';
import type { DriftStore } from '../../../services/ports/store/drift-store.ts';
import type { Schema } from '../../schema.ts';

export const pending =
  (db: Kysely<Schema>): DriftStore['pending'] =>
  async (database) => {
    const { count } = await db
      .selectFrom('drift_read')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('lime_database', '=', database)
      .where('due_at', 'is not', null)
      .executeTakeFirstOrThrow();
    return count;
  };
