import type { ExpressionBuilder, Kysely } from 'kysely';
import type { InvoiceReads } from '../../services/ports/store/invoice-reads.ts';
import type { AttemptFailure, DueRead } from '../../services/ports/work-queue.ts';
import type { StoreDialect } from '../dialect.ts';
import { readQueue } from '../read-queue.ts';
import type { Schema } from '../schema.ts';

export function invoiceReads(db: Kysely<Schema>, dialect: StoreDialect): InvoiceReads {
  const { lease, extend, release, unlease } = readQueue(db, dialect, {
    table: 'invoice',
    id: 'action_public_id',
    prefix: 'read_',
  });
  const fail = async (database: string, item: DueRead, at: string | null, failure: AttemptFailure) => {
    await unlease(database, item)
      .set((eb) => ({ read_due_at: at, ...failed(eb, item, failure) }))
      .execute();
  };

  return {
    lease,
    extend,
    release,
    /** The read itself has planned the next. */
    complete: release,
    retryAt: fail,
    giveUp: (database, item, failure) => fail(database, item, null, failure),
  };
}

/** An invoice that cannot be read has been so since the first attempt that failed. */
const failed = (eb: ExpressionBuilder<Schema, 'invoice'>, item: DueRead, failure: AttemptFailure) => ({
  read_attempts: item.attempts + 1,
  read_cause: failure.cause,
  read_message: failure.message,
  read_failed_at: eb.fn.coalesce('read_failed_at', eb.val(failure.at)),
});
