import type { Kysely } from 'kysely';
import type { InvoiceStore } from '../../../services/ports/store/invoice-store.ts';
import type { Schema } from '../../schema.ts';
import { is } from './key.ts';

export const setUnread =
  (db: Kysely<Schema>): InvoiceStore['setUnread'] =>
  async (database, unread) => {
    for (const [actionPublicId, count] of unread)
      await db.updateTable('invoice').set({ unread: count }).where(is(database, actionPublicId)).execute();
  };
