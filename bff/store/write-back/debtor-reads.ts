import type { Kysely } from 'kysely';
import type { DebtorReads, DueDebtorRead } from '../../services/ports/store/debtor-reads.ts';
import type { StoreDialect } from '../dialect.ts';
import { readQueue } from '../read-queue.ts';
import type { Schema } from '../schema.ts';

export function debtorReads(db: Kysely<Schema>, dialect: StoreDialect): DebtorReads {
  const { lease, extend, release, unlease } = readQueue(db, dialect, {
    table: 'debtor_read',
    id: 'debtor_public_id',
  });

  /** What was enqueued since the lease was given stays due. */
  const end = async (database: string, item: DueDebtorRead) => {
    await db
      .deleteFrom('debtor_read')
      .where('lime_database', '=', database)
      .where('debtor_public_id', '=', item.id)
      .where('lease_token', '=', item.token)
      .where('enqueued_at', '<', item.leasedAt)
      .execute();
    await release(database, item);
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

    lease: async (database, now, ...rest) =>
      (await lease(database, now, ...rest)).map((item) => ({ ...item, leasedAt: now })),
    extend,
    release,
    complete: end,

    async retryAt(database, item, at) {
      await unlease(database, item)
        .set({ due_at: at, attempts: item.attempts + 1 })
        .execute();
    },

    giveUp: end,
  };
}
