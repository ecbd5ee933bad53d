import type { ExpressionBuilder } from 'kysely';
import type { Schema } from '../../schema.ts';

/** The columns of a read that is due at an instant. */
export const enqueued = (at: string) => ({ read_due_at: at, read_enqueued_at: at });

/** Merges with the enqueued read: due as early as either, and only completed by a read that completes both. */
export const wantedToo = (eb: ExpressionBuilder<Schema, 'invoice'>, at: string) => ({
  read_due_at: eb
    .case()
    .when('invoice.read_due_at', '<=', at)
    .then(eb.ref('invoice.read_due_at'))
    .else(at)
    .end(),
  read_enqueued_at: eb
    .case()
    .when('invoice.read_enqueued_at', '>=', at)
    .then(eb.ref('invoice.read_enqueued_at'))
    .else(at)
    .end(),
});
