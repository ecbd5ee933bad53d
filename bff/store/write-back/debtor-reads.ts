import type { Kysely } from 'kysely';
import type { DebtorReads, DueDebtorRead } from '../../services/ports/store/debtor-reads.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';

const noLease = { lease_token: null, lease_until: null };

export function debtorReads(db: Kysely<Schema>, dialect: StoreDialect): DebtorReads {
  const leased = (database: string, { debtorPublicId, token }: DueDebtorRead) =>
    db
      .updateTable('debtor_read')
      .where('lime_database', '=', database)
      .where('debtor_public_id', '=', debtorPublicId)
      .where('lease_token', '=', token);

  /** What was enqueued since the lease was given stays due. */
  const end = async (database: string, item: DueDebtorRead) => {
    await db
      .deleteFrom('debtor_read')
      .where('lime_database', '=', database)
      .where('debtor_public_id', '=', item.debtorPublicId)
      .where('lease_token', '=', item.token)
      .where('enqueued_at', '<', item.leasedAt)
      .execute();
    await leased(database, item).set(noLease).execute();
  };

  return {
    async enqueue(database, debtorPublicIds, at) {
      if (debtorPublicIds.length === 0) return;
      const ids = [...new Set(debtorPublicIds)].sort();
      await db
        .insertInto('debtor_read')
        .values(
          ids.map((id) => ({ lime_database: database, debtor_public_id: id, due_at: at, enqueued_at: at })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['lime_database', 'debtor_public_id'])
            .doUpdateSet({ due_at: at, enqueued_at: at, attempts: 0 }),
        )
        .execute();
    },

    async lease(database, now, { token, until }, limit) {
      const due = db
        .selectFrom('debtor_read')
        .select('debtor_read.debtor_public_id')
        .where('debtor_read.lime_database', '=', database)
        .where('debtor_read.due_at', '<=', now)
        .where((eb) =>
          eb.or([eb('debtor_read.lease_until', 'is', null), eb('debtor_read.lease_until', '<=', now)]),
        )
        .orderBy('debtor_read.due_at')
        .limit(limit);
      if ((await due.execute()).length === 0) return [];
      const rows = await db
        .updateTable('debtor_read')
        .set({ lease_token: token, lease_until: until })
        .where('lime_database', '=', database)
        .where('debtor_public_id', 'in', dialect.lockingSkipLocked(due))
        .returning(['debtor_public_id', 'attempts'])
        .execute();
      return rows.map((row) => ({
        debtorPublicId: row.debtor_public_id,
        attempts: row.attempts,
        token,
        leasedAt: now,
      }));
    },

    complete: end,

    async retryAt(database, item, at) {
      await leased(database, item)
        .set({ ...noLease, due_at: at, attempts: item.attempts + 1 })
        .execute();
    },

    giveUp: end,

    async extend(database, item, until) {
      await leased(database, item).set({ lease_until: until }).execute();
    },

    async release(database, item) {
      await leased(database, item).set(noLease).execute();
    },
  };
}
