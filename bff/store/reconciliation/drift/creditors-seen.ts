import type { Kysely } from 'kysely';
import type { DriftStore } from '../../../services/ports/store/drift-store.ts';
import type { Schema } from '../../schema.ts';

export const creditorsSeen =
  (db: Kysely<Schema>): DriftStore['creditorsSeen'] =>
  async (database) => {
    const rows = await db
      .selectFrom('invoice')
      .select('open_creditor as creditor')
      .distinct()
      .where('lime_database', '=', database)
      .where('open_creditor', 'is not', null)
      .execute();
    return rows.flatMap(({ creditor }) => creditor ?? []);
  };
