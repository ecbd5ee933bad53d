import type { Kysely } from 'kysely';
import type { InvoiceStore } from '../../../services/ports/store/invoice-store.ts';
import type { Schema } from '../../schema.ts';
import { is } from './key.ts';

export const saveNotes =
  (db: Kysely<Schema>): InvoiceStore['saveNotes'] =>
  async (database, notes) => {
    for (const [actionPublicId, note] of notes) {
      await db
        .updateTable('invoice')
        .set({ notes: JSON.stringify(note) })
        .where(is(database, actionPublicId))
        .execute();
    }
  };
