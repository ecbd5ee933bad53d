import { type ExpressionBuilder, type Kysely, sql } from 'kysely';
import type { LimeTarget } from '../../services/ports/lime-writer.ts';
import type {
  DueWrite,
  LimeWrite,
  LimeWrites,
  WriteOutcome,
} from '../../services/ports/store/lime-writes.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';

export function limeWrites(db: Kysely<Schema>, dialect: StoreDialect): LimeWrites {
  return {
    async enqueue(database, writes, at) {
      for (const each of writes) await enqueueOne(db, database, each, at);
    },

    async stepOf(database, target) {
      const row = await db
        .selectFrom('lime_object')
        .select('step')
        .where(is(database, target))
        .executeTakeFirst();
      return row?.step ?? null;
    },

    async enqueueInvoices(database, actionPublicIds, at) {
      if (actionPublicIds.length === 0) return;
      const ids = dialect.rows([...new Set(actionPublicIds)].sort());
      await sql`
        insert into lime_object (lime_database, kind, billecta_id, due_at, enqueued_at)
        select ${database}, 'invoice', id, ${at}, ${at} from ${ids} where true
        on conflict (lime_database, kind, billecta_id) do update set
          due_at = ${at}, enqueued_at = coalesce(lime_object.enqueued_at, ${at}),
          revision = lime_object.revision + 1, attempts = 0
      `.execute(db);
    },

    async lease(database, now, { token, until }, limit) {
      const rows = await dialect.exclusively(db, 'lime_object', (alone) =>
        alone
          .updateTable('lime_object')
          .set({ lease_token: token, lease_until: until })
          // By the whole key, so that no planner looks through all of a database's objects for a few of them.
          .where((eb) =>
            eb(eb.refTuple('lime_database', 'kind', 'billecta_id'), 'in', due(eb, database, now, limit)),
          )
          .returning(['kind', 'billecta_id', 'fields', 'revision', 'attempts'])
          .execute(),
      );
      return rows.map((row) => ({
        kind: row.kind,
        billectaId: row.billecta_id,
        fields: row.fields === null ? null : JSON.parse(row.fields),
        revision: row.revision,
        attempts: row.attempts,
      }));
    },

    async complete(database, token, { write, outcome, at }) {
      const { numUpdatedRows } = await db
        .updateTable('lime_object')
        .set((eb) => ({ ...completed(eb, write, outcome, at), lease_token: null, lease_until: null }))
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
    },

    async appeared(database, target, at) {
      await db
        .updateTable('lime_object')
        .set({ due_at: at, waits_for: null, attempts: 0 })
        .where('lime_database', '=', database)
        .where('waits_for', '=', nameOf(target))
        .execute();
    },

    async requeue(database, at) {
      const { numUpdatedRows } = await db
        .updateTable('lime_object')
        .set({ due_at: at, attempts: 0 })
        .where('lime_database', '=', database)
        .where(({ or, eb }) =>
          or([eb('cause', 'is not', null), eb('left_out', 'is not', null), eb('twins', 'is not', null)]),
        )
        .executeTakeFirst();
      return Number(numUpdatedRows);
    },

    async deleteExpired(database, before, limit) {
      const { numDeletedRows } = await db
        .deleteFrom('lime_change')
        .where('id', 'in', (eb) =>
          eb
            .selectFrom('lime_change')
            .select('id')
            .where('lime_database', '=', database)
            .where('at', '<', before)
            .orderBy('at')
            .limit(limit),
        )
        .executeTakeFirst();
      return Number(numDeletedRows);
    },
  };
}

async function enqueueOne(
  db: Kysely<Schema>,
  database: string,
  { kind, billectaId, fields, step }: LimeWrite,
  at: string,
): Promise<void> {
  await db
    .insertInto('lime_object')
    .values({
      lime_database: database,
      kind,
      billecta_id: billectaId,
      fields: fields && JSON.stringify(fields),
      step,
      due_at: at,
      enqueued_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['lime_database', 'kind', 'billecta_id'])
        .doUpdateSet((eb) => ({
          fields: eb.ref('excluded.fields'),
          step,
          due_at: at,
          enqueued_at: eb.fn.coalesce('lime_object.enqueued_at', eb.val(at)),
          revision: eb('lime_object.revision', '+', 1),
          attempts: 0,
        }))
        .where('lime_object.step', '<=', step),
    )
    .execute();
}

const due = (eb: ExpressionBuilder<Schema, 'lime_object'>, database: string, now: string, limit: number) =>
  eb
    .selectFrom('lime_object as object')
    .select(['object.lime_database', 'object.kind', 'object.billecta_id'])
    .where('object.lime_database', '=', database)
    .where('object.due_at', '<=', now)
    .where((or) => or.or([or('object.lease_until', 'is', null), or('object.lease_until', '<=', now)]))
    .orderBy('object.due_at')
    .limit(limit)
    .$asTuple('lime_database', 'kind', 'billecta_id');

const is =
  (database: string, { kind, billectaId }: LimeTarget) =>
  (eb: ExpressionBuilder<Schema, 'lime_object'>) =>
    eb.and({ lime_database: database, kind, billecta_id: billectaId });

const nameOf = ({ kind, billectaId }: LimeTarget) => `${kind}/${billectaId}`;

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
