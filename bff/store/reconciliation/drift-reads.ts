import type { Kysely } from 'kysely';
import type { DriftReads } from '../../services/ports/store/drift-store.ts';
import type { StoreDialect } from '../dialect.ts';
import { readQueue } from '../read-queue.ts';
import type { Schema } from '../schema.ts';

export function driftReads(db: Kysely<Schema>, dialect: StoreDialect): DriftReads {
  const { lease, extend, release, unlease } = readQueue(db, dialect, {
    table: 'drift_read',
    id: 'action_public_id',
  });
  return {
    lease,
    extend,
    release,
    /** Resolving the drift has ended the read. */
    complete: release,

    async retryAt(database, item, at) {
      await unlease(database, item)
        .set({ due_at: at, attempts: item.attempts + 1 })
        .execute();
    },

    async giveUp(database, item) {
      await unlease(database, item).set({ due_at: null, attempts: 0 }).execute();
    },
  };
}
