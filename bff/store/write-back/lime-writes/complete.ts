import type { ExpressionBuilder, Kysely } from 'kysely';
import type { LimeTarget } from '../../../services/ports/lime-writer.ts';
import type { DueWrite, LimeWrites, WriteOutcome } from '../../../services/ports/store/lime-writes.ts';
import { noLease } from '../../no-lease.ts';
import type { Schema } from '../../schema.ts';
import { nameOf } from './name-of.ts';

export const complete =
  (db: Kysely<Schema>): LimeWrites['complete'] =>
  async (database, token, { write, outcome, at }) => {
    const { numUpdatedRows } = await db
      .updateTable('lime_object')
      .set((eb) => ({ ...completed(eb, write, outcome, at), ...noLease }))
      .where(is(database, write))
      .where('lease_token', '=', token)
      .executeTakeFirst();
    if (numUpdatedRows === 0n || outcome.kind !== 'written') return;
    if (outcome.limeId === null || outcome.changes.length === 0) return;
    await db
      .insertInto('lime_change')
      .values({
        lime_database: database,
        kind: write.kind,
        billecta_id: write.billectaId,
        lime_id: outcome.limeId,
        at,
        created: outcome.created ? 1 : 0,
        changes: JSON.stringify(outcome.changes),
      })
      .execute();
  };

const is =
  (database: string, { kind, billectaId }: LimeTarget) =>
  (eb: ExpressionBuilder<Schema, 'lime_object'>) =>
    eb.and({ lime_database: database, kind, billecta_id: billectaId });

/** The failure that users see, and since when. */
const noticed = (
  eb: ExpressionBuilder<Schema, 'lime_object'>,
  column: 'left_out' | 'twins',
  found: readonly unknown[],
  at: string,
) =>
  found.length === 0
    ? { [column]: null, [`${column}_since`]: null }
    : { [column]: JSON.stringify(found), [`${column}_since`]: eb.fn.coalesce(`${column}_since`, eb.val(at)) };

/** A write that was enqueued since the lease stays due. */
function completed(
  eb: ExpressionBuilder<Schema, 'lime_object'>,
  { revision }: DueWrite,
  outcome: WriteOutcome,
  at: string,
) {
  const unlessEnqueuedSince = <C extends 'due_at' | 'enqueued_at'>(column: C, value: string | null) =>
    eb.case().when('revision', '=', revision).then(value).else(eb.ref(column)).end();
  switch (outcome.kind) {
    case 'returned':
      return {};
    case 'written':
      return {
        ...(outcome.limeId !== null && { lime_id: outcome.limeId }),
        due_at: unlessEnqueuedSince('due_at', null),
        enqueued_at: unlessEnqueuedSince('enqueued_at', null),
        written_at: at,
        attempts: 0,
        cause: null,
        message: null,
        waits_for: null,
        ...noticed(eb, 'left_out', outcome.leftOut, at),
        ...noticed(eb, 'twins', outcome.twins, at),
      };
    case 'absent':
      return {
        due_at: unlessEnqueuedSince('due_at', null),
        enqueued_at: unlessEnqueuedSince('enqueued_at', null),
        attempts: 0,
        cause: null,
        message: null,
        waits_for: nameOf(outcome.waitsFor),
      };
    case 'failed':
      return {
        due_at: unlessEnqueuedSince('due_at', outcome.retryAt),
        attempts: outcome.attempts,
        cause: outcome.cause,
        message: outcome.message,
        waits_for: outcome.waitsFor && nameOf(outcome.waitsFor),
      };
  }
}
