import type { Kysely } from 'kysely';
import type { InvoiceStore } from '../../../services/ports/store/invoice-store.ts';
import type { Schema } from '../../schema.ts';
import { key } from './key.ts';

export const link =
  (db: Kysely<Schema>): InvoiceStore['link'] =>
  async (database, actionPublicId, limeId) => {
    await db
      .updateTable('invoice')
      .set({ lime_id: null })
      .where('lime_database', '=', database)
      .where('lime_id', '=', limeId)
      .where('action_public_id', '!=', actionPublicId)
      .execute();
    await db
      .insertInto('invoice')
      .values({ ...key(database, actionPublicId), lime_id: limeId })
      .onConflict((conflict) =>
        conflict.columns(['lime_database', 'action_public_id']).doUpdateSet({ lime_id: limeId }),
      )
      .execute();
  };
