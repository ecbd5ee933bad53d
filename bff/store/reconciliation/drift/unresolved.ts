import type { Kysely } from 'kysely';
import type { DriftStore } from '../../../services/ports/store/drift-store.ts';
import type { Schema } from '../../schema.ts';
import { difference } from './difference.ts';

export const unresolved =
  (db: Kysely<Schema>): DriftStore['unresolved'] =>
  async (database, actionPublicId) => {
    const rows = await db
      .selectFrom('drift')
      .select(['id', 'field', 'before', 'after'])
      .where('lime_database', '=', database)
      .where('action_public_id', '=', actionPublicId)
      .where('resolved_at', 'is', null)
      .orderBy('id')
      .execute();
    return rows.map((row) => ({ id: row.id, ...difference(row) }));
  };
