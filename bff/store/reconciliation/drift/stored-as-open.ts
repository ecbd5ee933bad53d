import type { Kysely } from 'kysely';
import type { DriftStore } from '../../../services/ports/store/drift-store.ts';
import type { Schema } from '../../schema.ts';

export const storedAsOpen =
  (db: Kysely<Schema>): DriftStore['storedAsOpen'] =>
  async (database, creditorPublicId, { after, limit }) => {
    const rows = await db
      .selectFrom('invoice')
      .select('action_public_id')
      .where('lime_database', '=', database)
      .where('open_creditor', '=', creditorPublicId)
      .where('action_public_id', '>', after)
      .orderBy('action_public_id')
      .limit(limit)
      .execute();
    return rows.map((row) => row.action_public_id);
  };
