import type { Kysely } from 'kysely';
import type { InvoiceStore } from '../../../services/ports/store/invoice-store.ts';
import type { StoreDialect } from '../../dialect.ts';
import type { Schema } from '../../schema.ts';

export const limeIds =
  (db: Kysely<Schema>, dialect: StoreDialect): InvoiceStore['limeIds'] =>
  async (database, actionPublicIds) => {
    if (actionPublicIds.length === 0) return new Map();
    const rows = await db
      .selectFrom('invoice')
      .select(['action_public_id', 'lime_id'])
      .where('lime_database', '=', database)
      .where('action_public_id', dialect.among, dialect.list(actionPublicIds))
      .execute();
    return new Map(rows.map((row) => [row.action_public_id, row.lime_id]));
  };
