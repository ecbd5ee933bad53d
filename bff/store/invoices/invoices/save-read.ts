import type { Kysely } from 'kysely';
import type { InvoiceStore, ReadPlan } from '../../../services/ports/store/invoice-store.ts';
import type { Schema } from '../../schema.ts';
import { is } from './key.ts';
import { snapshotColumns } from './snapshot-columns.ts';

export const saveRead =
  (db: Kysely<Schema>): InvoiceStore['saveRead'] =>
  async (database, stored, plan) => {
    await db
      .updateTable('invoice')
      .set({ ...snapshotColumns(stored), verified_at: stored.asOf, ...planned(plan) })
      .where(is(database, stored.invoice.actionPublicId))
      .execute();
  };

/** A read that was made ends what is known of failed ones. */
const planned = ({ at }: ReadPlan) => ({
  read_due_at: at,
  read_attempts: 0,
  read_cause: null,
  read_message: null,
  read_failed_at: null,
  ...(at === null && { read_enqueued_at: null }),
});
