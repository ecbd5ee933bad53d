import type { Kysely } from 'kysely';
import type { DriftStore, StoredDrift } from '../../../services/ports/store/drift-store.ts';
import type { Schema } from '../../schema.ts';
import type { Row } from './difference.ts';
import { difference } from './difference.ts';

export const listByRun =
  (db: Kysely<Schema>): DriftStore['listByRun'] =>
  async (database, run, { after, limit }) => {
    const rows = await db
      .selectFrom('drift')
      .leftJoin('invoice', (join) =>
        join
          .onRef('invoice.lime_database', '=', 'drift.lime_database')
          .onRef('invoice.action_public_id', '=', 'drift.action_public_id'),
      )
      .selectAll('drift')
      .select(['invoice.lime_id', 'invoice.snapshot'])
      .where('drift.lime_database', '=', database)
      .where('drift.run_id', '=', run)
      .where('drift.id', '>', after)
      .orderBy('drift.id')
      .limit(limit)
      .execute();
    return rows.map(toDrift);
  };

function toDrift(row: Row & { lime_id: number | null; snapshot: string | null }): StoredDrift {
  const { resolved_at: at, outcome } = row;
  return {
    id: row.id,
    ...difference(row),
    actionPublicId: row.action_public_id,
    limeId: row.lime_id,
    invoiceNumber: row.snapshot === null ? null : (JSON.parse(row.snapshot).invoiceNumber ?? null),
    creditorPublicId: row.creditor_public_id,
    currency: row.currency,
    foundAt: row.found_at,
    events: JSON.parse(row.events),
    received: row.received === null ? null : JSON.parse(row.received),
    resolved: at && outcome ? { at, outcome, value: JSON.parse(row.value ?? 'null') } : null,
  };
}
