import type { Kysely } from 'kysely';
import type { InvoiceStore } from '../../../services/ports/store/invoice-store.ts';
import type { Schema } from '../../schema.ts';
import { is } from './key.ts';
import { toRecord } from './to-record.ts';

export const get =
  (db: Kysely<Schema>): InvoiceStore['get'] =>
  async (database, actionPublicId) => {
    const row = await db
      .selectFrom('invoice')
      .selectAll()
      .where(is(database, actionPublicId))
      .executeTakeFirst();
    return row && toRecord(row);
  };
