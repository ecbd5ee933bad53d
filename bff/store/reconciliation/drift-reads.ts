import type { Kysely } from 'kysely';
import type { DriftRead, DriftReads } from '../../services/ports/store/drift-store.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';

const noLease = { lease_token: null, lease_until: null };

export function driftReads(db: Kysely<Schema>, dialect: StoreDialect): DriftReads {
  const leased = (database: string, { actionPublicId, token }: DriftRead) =>
    db
      .updateTable('drift_read')
      .where('lime_database', '=', database)
      .where('action_public_id', '=', actionPublicId)
      .where('lease_token', '=', token);

  return {
    async lease(database, now, { token, until }, limit) {
      const due = db
        .selectFrom('drift_read')
        .select('drift_read.action_public_id')
        .where('drift_read.lime_database', '=', database)
        .where('drift_read.due_at', '<=', now)
        .where((eb) =>
          eb.or([eb('drift_read.lease_until', 'is', null), eb('drift_read.lease_until', '<=', now)]),
        )
        .orderBy('drift_read.due_at')
        .limit(limit);
      if ((await due.execute()).length === 0) return [];
      const rows = await db
        .updateTable('drift_read')
        .set({ lease_token: token, lease_until: until })
        .where('lime_database', '=', database)
        .where('action_public_id', 'in', dialect.lockingSkipLocked(due))
        .returning(['action_public_id', 'attempts'])
        .execute();
      return rows.map((row) => ({
        actionPublicId: row.action_public_id,
        attempts: row.attempts,
        token,
        leasedAt: now,
      }));
    },

    /** Resolving the drift has ended the read. */
    async complete(database, item) {
      await leased(database, item).set(noLease).execute();
    },

    async retryAt(database, item, at) {
      await leased(database, item)
        .set({ ...noLease, due_at: at, attempts: item.attempts + 1 })
        .execute();
    },

    async giveUp(database, item) {
      await leased(database, item)
        .set({ ...noLease, due_at: null, attempts: 0 })
        .execute();
    },

    async extend(database, item, until) {
      await leased(database, item).set({ lease_until: until }).execute();
    },

    async release(database, item) {
      await leased(database, item).set(noLease).execute();
    },
  };
}
