import type { Kysely } from 'kysely';
import type { DriftStore } from '../../../services/ports/store/drift-store.ts';
import type { Schema } from '../../schema.ts';

export const resolve =
  (db: Kysely<Schema>): DriftStore['resolve'] =>
  async (database, actionPublicId, { resolved, at, listOnly }) => {
    for (const { id, outcome, value } of resolved) {
      await db
        .updateTable('drift')
        .set({ resolved_at: at, outcome, value: JSON.stringify(value) })
        .where('id', '=', id)
        .execute();
    }
    await db
      .updateTable('drift_read')
      .set({ due_at: null, attempts: 0, list_only: listOnly })
      .where('lime_database', '=', database)
      .where('action_public_id', '=', actionPublicId)
      .execute();
  };
