import type { Kysely } from 'kysely';
import type { DriftStore } from '../../../services/ports/store/drift-store.ts';
import type { Schema } from '../../schema.ts';

export const save =
  (db: Kysely<Schema>): DriftStore['save'] =>
  async (database, run, found, at) => {
    if (found.length === 0) return;
    const rows = found.flatMap(({ actionPublicId, creditorPublicId, currency, differences }) =>
      differences.map(({ field, before, after, events, received }) => ({
        lime_database: database,
        run_id: run,
        action_public_id: actionPublicId,
        creditor_public_id: creditorPublicId,
        field,
        before: JSON.stringify(before),
        after: JSON.stringify(after),
        currency: field === 'currentAmount' ? currency : null,
        found_at: at,
        events: JSON.stringify(events),
        received: received && JSON.stringify(received),
      })),
    );
    for (let first = 0; first < rows.length; first += rowsAtOnce)
      await db
        .insertInto('drift')
        .values(rows.slice(first, first + rowsAtOnce))
        .execute();
    await db
      .insertInto('drift_read')
      .values(
        found.map(({ actionPublicId }) => ({
          lime_database: database,
          action_public_id: actionPublicId,
          due_at: at,
        })),
      )
      .onConflict((conflict) =>
        conflict
          .columns(['lime_database', 'action_public_id'])
          .doUpdateSet({ due_at: at, attempts: 0, list_only: null }),
      )
      .execute();
  };

/** SQLite and PostgreSQL bound the parameters of a statement. */
const rowsAtOnce = 1_000;
