import type { Kysely } from 'kysely';
import type { LimeWrites } from '../../../services/ports/store/lime-writes.ts';
import type { Schema } from '../../schema.ts';
import { nameOf } from './name-of.ts';

export const appeared =
  (db: Kysely<Schema>): LimeWrites['appeared'] =>
  async (database, target, at) => {
    await db
      .updateTable('lime_object')
      .set({ due_at: at, waits_for: null, attempts: 0 })
      .where('lime_database', '=', database)
      .where('waits_for', '=', nameOf(target))
      .execute();
  };
