import type { Kysely } from 'kysely';
import type { InvoiceRecord, InvoiceStore } from '../../../services/ports/store/invoice-store.ts';
import type { StoreDialect } from '../../dialect.ts';
import type { Schema } from '../../schema.ts';
import { key } from './key.ts';
import { toRecord } from './to-record.ts';

export const lockOrCreate =
  (db: Kysely<Schema>, dialect: StoreDialect): InvoiceStore['lockOrCreate'] =>
  async (database, actionPublicIds) => {
    const ids = [...new Set(actionPublicIds)].sort();
    if (ids.length === 0) return [];
    const known = await lockExisting(db, dialect, database, ids);
    if (known.length === ids.length) return known;
    await db
      .insertInto('invoice')
      .values(ids.map((id) => key(database, id)))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return lockExisting(db, dialect, database, ids);
  };

async function lockExisting(
  db: Kysely<Schema>,
  dialect: StoreDialect,
  database: string,
  ids: readonly string[],
): Promise<InvoiceRecord[]> {
  const rows = await dialect
    .locking(
      db
        .selectFrom('invoice')
        .selectAll()
        .where('lime_database', '=', database)
        .where('action_public_id', dialect.among, dialect.list(ids))
        .orderBy('action_public_id'),
    )
    .execute();
  return rows.map(toRecord);
}
