import type { Kysely } from 'kysely';
import type { DebtorReads } from '../../services/ports/store/debtor-reads.ts';
import type { Schema } from '../schema.ts';

export function debtorReads(db: Kysely<Schema>): DebtorReads {
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

    async due(database, now, limit) {
      const rows = await db
        .selectFrom('debtor_read')
        .select(['debtor_public_id', 'attempts'])
        .where('lime_database', '=', database)
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ debtorPublicId: row.debtor_public_id, attempts: row.attempts }));
    },

    async complete(database, debtorPublicId, startedAt, { at, attempts }) {
      const isThis = { lime_database: database, debtor_public_id: debtorPublicId };
      if (at === null) {
        await db
          .deleteFrom('debtor_read')
          .where((eb) => eb.and(isThis))
          .where('enqueued_at', '<', startedAt)
          .execute();
        return;
      }
      await db
        .updateTable('debtor_read')
        .set({ due_at: at, attempts })
        .where((eb) => eb.and(isThis))
        .where('enqueued_at', '<', startedAt)
        .execute();
    },
  };
}
