import type { Kysely, Selectable } from 'kysely';
import { LeaseLost } from '../../services/ports/lease.ts';
import type { ReconciliationRun, Reconciliations } from '../../services/ports/store/reconciliations.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';

export function reconciliations(db: Kysely<Schema>, dialect: StoreDialect): Reconciliations {
  const runs = (database: string) =>
    db.selectFrom('reconciliation').selectAll().where('lime_database', '=', database);
  const unfinished = (database: string) => runs(database).where('finished_at', 'is', null).executeTakeFirst();

  /** Changes a run whose lease the caller still has. */
  async function change(id: number, token: string, set: Partial<Row>): Promise<void> {
    const { numUpdatedRows } = await db
      .updateTable('reconciliation')
      .set(set)
      .where('id', '=', id)
      .where('lease_token', '=', token)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new LeaseLost(`Run ${id} was taken up by another process`);
  }

  return {
    async start(database, { kind, creditor, startedBy, startedAt }) {
      // The unique index decides the race; the loser finds the winner's run, unless that is over by now.
      for (;;) {
        const made = await db
          .insertInto('reconciliation')
          .values({
            lime_database: database,
            kind,
            creditor,
            state: 'running',
            started_by: startedBy,
            started_at: startedAt,
            creditors: '[]',
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('id')
          .executeTakeFirst();
        if (made) return { id: made.id, started: true };
        const running = await unfinished(database);
        if (running) return { id: running.id, started: false };
      }
    },

    async lease(database, now, { token, until }) {
      const found = await unfinished(database);
      if (!found || (found.lease_until !== null && found.lease_until > now)) return undefined;
      const isResumed = found.lease_until !== null || found.state === 'interrupted';
      const row = await db
        .updateTable('reconciliation')
        .set({
          state: 'running',
          lease_token: token,
          lease_until: until,
          ...(isResumed && { interruptions: found.interruptions + 1 }),
        })
        .where('id', '=', found.id)
        .where('finished_at', 'is', null)
        .where((eb) => eb.or([eb('lease_until', 'is', null), eb('lease_until', '<=', now)]))
        .returningAll()
        .executeTakeFirst();
      return row && toRun(row, now);
    },

    saveProgress: (id, { token, until }, creditors) =>
      change(id, token, { lease_until: until, creditors: JSON.stringify(creditors) }),

    complete: (id, token, { state, at, failure }) =>
      change(id, token, {
        state,
        lease_token: null,
        lease_until: null,
        finished_at: state === 'interrupted' ? null : at,
        cause: failure?.cause ?? null,
        message: failure?.message ?? null,
      }),

    async get(database, id, now) {
      const row = await runs(database).where('id', '=', id).executeTakeFirst();
      return row && toRun(row, now);
    },

    async list(database, { before, limit }, now) {
      const rows = await runs(database)
        .$if(before !== null, (query) => query.where('id', '<', before))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map((row) => toRun(row, now));
    },

    async last(database, kind, only) {
      const row = await runs(database)
        .where('kind', '=', kind)
        .where('creditor', 'is', null)
        .$if(only === 'finished', (query) => query.where('state', '=', 'finished'))
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toRun(row, '');
    },

    async deleteExpired(database, before, limit) {
      const old = await db
        .selectFrom('reconciliation')
        .select('id')
        .where('lime_database', '=', database)
        .where('finished_at', '<', before)
        .orderBy('id')
        .limit(limit)
        .execute();
      if (old.length === 0) return 0;
      const ids = dialect.list(old.map(({ id }) => id));
      await db.deleteFrom('drift').where('run_id', dialect.among, ids).execute();
      await db.deleteFrom('reconciliation').where('id', dialect.among, ids).execute();
      return old.length;
    },
  };
}

type Row = Selectable<Schema['reconciliation']>;

/** A run whose lease is over is interrupted, although no process has stored that. */
function toRun(row: Row, now: string): ReconciliationRun {
  const isLeft = row.state === 'running' && row.lease_until !== null && row.lease_until <= now;
  return {
    id: row.id,
    kind: row.kind,
    creditor: row.creditor,
    state: isLeft ? 'interrupted' : row.state,
    startedBy: row.started_by,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
    interruptions: row.interruptions,
    creditors: JSON.parse(row.creditors),
    failure: row.cause === null ? null : { cause: row.cause, message: row.message ?? '' },
  };
}
