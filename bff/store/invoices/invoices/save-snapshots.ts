import type { Kysely } from 'kysely';
import type { InvoiceStore } from '../../../services/ports/store/invoice-store.ts';
import type { Schema } from '../../schema.ts';
import { enqueued, wantedToo } from './enqueued.ts';
import { key } from './key.ts';
import { snapshotColumns } from './snapshot-columns.ts';

export const saveSnapshots =
  (db: Kysely<Schema>): InvoiceStore['saveSnapshots'] =>
  async (database, stored, readAt) => {
    if (stored.length === 0) return;
    await db
      .insertInto('invoice')
      .values(
        stored.map((each) => ({
          ...key(database, each.invoice.actionPublicId),
          ...snapshotColumns(each),
          ...enqueued(readAt),
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['lime_database', 'action_public_id']).doUpdateSet((eb) => ({
          snapshot: eb.ref('excluded.snapshot'),
          invoice_number: eb.ref('excluded.invoice_number'),
          as_of: eb.ref('excluded.as_of'),
          source: eb.ref('excluded.source'),
          open_creditor: eb.ref('excluded.open_creditor'),
          ...wantedToo(eb, readAt),
        })),
      )
      .execute();
  };
