import { type Kysely, type Selectable, sql } from 'kysely';
import type { Difference } from '../../domain/reconcile.ts';
import type { DriftStore, ReceivedEventRef, StoredDrift } from '../../services/ports/store/drift-store.ts';
import type { StoreDialect } from '../dialect.ts';
import { stateIs } from '../events/event-states.ts';
import type { Schema } from '../schema.ts';

export function driftStore(db: Kysely<Schema>, dialect: StoreDialect): DriftStore {
  const reads = (database: string, actionPublicId: string) =>
    db
      .updateTable('drift_read')
      .where('lime_database', '=', database)
      .where('action_public_id', '=', actionPublicId);

  return {
    async counts(runs) {
      if (runs.length === 0) return new Map();
      const rows = await db
        .selectFrom('drift')
        .select((eb) => [
          'run_id',
          eb.fn.count<number>('action_public_id').distinct().as('found'),
          eb.fn
            .count<number>('action_public_id')
            .distinct()
            .filterWhere('resolved_at', 'is not', null)
            .as('resolved'),
        ])
        .where('run_id', dialect.among, dialect.list(runs))
        .groupBy('run_id')
        .execute();
      return new Map(rows.map(({ run_id, found, resolved }) => [run_id, { found, resolved }]));
    },

    async listByRun(database, run, { after, limit }) {
      const rows = await db
        .selectFrom('drift')
        .leftJoin('invoice', (join) =>
          join
            .onRef('invoice.lime_database', '=', 'drift.lime_database')
            .onRef('invoice.action_public_id', '=', 'drift.action_public_id'),
        )
        .selectAll('drift')
        .select(['invoice.lime_id', 'invoice.snapshot'])
        .where('drift.lime_database', '=', database)
        .where('drift.run_id', '=', run)
        .where('drift.id', '>', after)
        .orderBy('drift.id')
        .limit(limit)
        .execute();
      return rows.map(toDrift);
    },

    async known(database, actionPublicIds) {
      if (actionPublicIds.length === 0) return new Map();
      const rows = await db
        .selectFrom('drift_read')
        .select(['action_public_id', 'due_at', 'list_only'])
        .where('lime_database', '=', database)
        .where('action_public_id', dialect.among, dialect.list(actionPublicIds))
        .execute();
      return new Map(
        rows.map(({ action_public_id, due_at, list_only }) => [
          action_public_id,
          { due: due_at !== null, listOnly: list_only },
        ]),
      );
    },

    async pending(database) {
      const { count } = await db
        .selectFrom('drift_read')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .where('lime_database', '=', database)
        .where('due_at', 'is not', null)
        .executeTakeFirstOrThrow();
      return count;
    },

    async received(database, actionPublicIds) {
      if (actionPublicIds.length === 0) return new Map();
      const about = () =>
        db
          .selectFrom('inbox')
          .select(['id', 'subject', 'event', 'received_at', 'state'])
          .where('lime_database', '=', database)
          .where('subject', dialect.among, dialect.list(actionPublicIds));
      // Each by an index of its own; together there is none.
      const rows = [
        ...(await about().where(sql<boolean>`state <> 'pending'`).execute()),
        ...(await about().where(stateIs('pending')).execute()),
      ].sort((a, b) => b.id - a.id);
      const received = new Map<string, ReceivedEventRef[]>();
      for (const { id, subject, event, received_at: receivedAt, state } of rows) {
        if (subject === null || event === null) continue;
        received.set(subject, [...(received.get(subject) ?? []), { id, event, receivedAt, state }]);
      }
      return received;
    },

    async save(database, run, found, at) {
      if (found.length === 0) return;
      const rows = found.flatMap(({ actionPublicId, creditorPublicId, currency, differences }) =>
        differences.map(({ field, before, after, events, received }) => ({
          lime_database: database,
          run_id: run,
          action_public_id: actionPublicId,
          creditor_public_id: creditorPublicId,
          field,
          before: JSON.stringify(before),
          after: JSON.stringify(after),
          currency: field === 'currentAmount' ? currency : null,
          found_at: at,
          events: JSON.stringify(events),
          received: received && JSON.stringify(received),
        })),
      );
      for (let first = 0; first < rows.length; first += rowsAtOnce)
        await db
          .insertInto('drift')
          .values(rows.slice(first, first + rowsAtOnce))
          .execute();
      await db
        .insertInto('drift_read')
        .values(
          found.map(({ actionPublicId }) => ({
            lime_database: database,
            action_public_id: actionPublicId,
            due_at: at,
          })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['lime_database', 'action_public_id'])
            .doUpdateSet({ due_at: at, attempts: 0, list_only: null }),
        )
        .execute();
    },

    async unresolved(database, actionPublicId) {
      const rows = await db
        .selectFrom('drift')
        .select(['id', 'field', 'before', 'after'])
        .where('lime_database', '=', database)
        .where('action_public_id', '=', actionPublicId)
        .where('resolved_at', 'is', null)
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ id: row.id, ...difference(row) }));
    },

    async resolve(database, actionPublicId, { resolved, at, listOnly }) {
      for (const { id, outcome, value } of resolved) {
        await db
          .updateTable('drift')
          .set({ resolved_at: at, outcome, value: JSON.stringify(value) })
          .where('id', '=', id)
          .execute();
      }
      await reads(database, actionPublicId).set({ due_at: null, attempts: 0, list_only: listOnly }).execute();
    },

    async creditorsSeen(database) {
      const rows = await db
        .selectFrom('invoice')
        .select('open_creditor as creditor')
        .distinct()
        .where('lime_database', '=', database)
        .where('open_creditor', 'is not', null)
        .execute();
      return rows.flatMap(({ creditor }) => creditor ?? []);
    },

    async storedAsOpen(database, creditorPublicId, { after, limit }) {
      const rows = await db
        .selectFrom('invoice')
        .select('action_public_id')
        .where('lime_database', '=', database)
        .where('open_creditor', '=', creditorPublicId)
        .where('action_public_id', '>', after)
        .orderBy('action_public_id')
        .limit(limit)
        .execute();
      return rows.map((row) => row.action_public_id);
    },
  };
}

/** SQLite and PostgreSQL bound the parameters of a statement. */
const rowsAtOnce = 1_000;

const difference = (row: Pick<Row, 'field' | 'before' | 'after'>): Difference => ({
  field: row.field,
  before: JSON.parse(row.before),
  after: JSON.parse(row.after),
});

type Row = Selectable<Schema['drift']>;

function toDrift(row: Row & { lime_id: number | null; snapshot: string | null }): StoredDrift {
  const { resolved_at: at, outcome } = row;
  return {
    id: row.id,
    ...difference(row),
    actionPublicId: row.action_public_id,
    limeId: row.lime_id,
    invoiceNumber: row.snapshot === null ? null : (JSON.parse(row.snapshot).invoiceNumber ?? null),
    creditorPublicId: row.creditor_public_id,
    currency: row.currency,
    foundAt: row.found_at,
    events: JSON.parse(row.events),
    received: row.received === null ? null : JSON.parse(row.received),
    resolved: at && outcome ? { at, outcome, value: JSON.parse(row.value ?? 'null') } : null,
  };
}
