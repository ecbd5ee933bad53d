import type { Kysely } from 'kysely';
import type { InvoiceStore } from '../../../services/ports/store/invoice-store.ts';
import type { Schema } from '../../schema.ts';
import { enqueued, wantedToo } from './enqueued.ts';
import { key } from './key.ts';

export const enqueueRead =
  (db: Kysely<Schema>): InvoiceStore['enqueueRead'] =>
  async (database, actionPublicIds, at) => {
    if (actionPublicIds.length === 0) return;
    const ids = [...new Set(actionPublicIds)].sort();
    await db
      .insertInto('invoice')
      .values(ids.map((id) => ({ ...key(database, id), ...enqueued(at) })))
      .onConflict((conflict) =>
        conflict.columns(['lime_database', 'action_public_id']).doUpdateSet((eb) => wantedToo(eb, at)),
      )
      .execute();
  };
