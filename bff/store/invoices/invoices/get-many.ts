import type { Kysely } from 'kysely';
import type { InvoiceStore } from '../../../services/ports/store/invoice-store.ts';
import type { StoreDialect } from '../../dialect.ts';
import type { Schema } from '../../schema.ts';
import { toRecord } from './to-record.ts';

export const getMany =
  (db: Kysely<Schema>, dialect: StoreDialect): InvoiceStore['getMany'] =>
  async (database, actionPublicIds) => {
    if (actionPublicIds.length === 0) return [];
    const rows = await db
      .selectFrom('invoice')
      .selectAll()
      .where('lime_database', '=', database)
      .where('action_public_id', dialect.among, dialect.list(actionPublicIds))
      .execute();
    return rows.map(toRecord);
  };
