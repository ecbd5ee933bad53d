import type { ExpressionBuilder, Kysely } from 'kysely';
import type { DueRead, InvoiceReads } from '../../services/ports/store/invoice-reads.ts';
import type { AttemptFailure } from '../../services/ports/work-queue.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';

const noLease = { read_lease_token: null, read_lease_until: null };

export function invoiceReads(db: Kysely<Schema>, dialect: StoreDialect): InvoiceReads {
  const leased = (database: string, { actionPublicId, token }: DueRead) =>
    db
      .updateTable('invoice')
      .where('lime_database', '=', database)
      .where('action_public_id', '=', actionPublicId)
      .where('read_lease_token', '=', token);

  const fail = (database: string, item: DueRead, at: string | null, failure: AttemptFailure) =>
    leased(database, item)
      .set((eb) => ({ ...noLease, read_due_at: at, ...failed(eb, item, failure) }))
      .execute();

  return {
    async lease(database, now, { token, until }, limit) {
      const due = db
        .selectFrom('invoice')
        .select('invoice.action_public_id')
        .where('invoice.lime_database', '=', database)
        .where('invoice.read_due_at', '<=', now)
        .where((eb) =>
          eb.or([eb('invoice.read_lease_until', 'is', null), eb('invoice.read_lease_until', '<=', now)]),
        )
        .orderBy('invoice.read_due_at')
        .limit(limit);
      // A look costs no place in the queue of writers, and mostly nothing is due.
      if ((await due.execute()).length === 0) return [];
      const rows = await db
        .updateTable('invoice')
        .set({ read_lease_token: token, read_lease_until: until })
        .where('lime_database', '=', database)
        .where('action_public_id', 'in', dialect.lockingSkipLocked(due))
        .returning(['action_public_id', 'read_attempts'])
        .execute();
      return rows.map((row) => ({
        actionPublicId: row.action_public_id,
        attempts: row.read_attempts,
        token,
        leasedAt: now,
      }));
    },

    /** The read itself has planned the next. */
    async complete(database, item) {
      await leased(database, item).set(noLease).execute();
    },

    async retryAt(database, item, at, failure) {
      await fail(database, item, at, failure);
    },

    async giveUp(database, item, failure) {
      await fail(database, item, null, failure);
    },

    async extend(database, item, until) {
      await leased(database, item).set({ read_lease_until: until }).execute();
    },

    async release(database, item) {
      await leased(database, item).set(noLease).execute();
    },
  };
}

/** An invoice that cannot be read has been so since the first attempt that failed. */
const failed = (eb: ExpressionBuilder<Schema, 'invoice'>, item: DueRead, failure: AttemptFailure) => ({
  read_attempts: item.attempts + 1,
  read_cause: failure.cause,
  read_message: failure.message,
  read_failed_at: eb.fn.coalesce('read_failed_at', eb.val(failure.at)),
});
