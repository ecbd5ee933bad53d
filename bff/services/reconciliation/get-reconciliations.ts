import type {
  Drift,
  Reconciliation,
  ReconciliationDetail,
  Reconciliations,
} from '../../contract/admin/reconciliation.ts';
import type { DriftCount, StoredDrift } from '../ports/store/drift-store.ts';
import type { ReconciliationRun } from '../ports/store/reconciliations.ts';
import { type Context, instant } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';
import { pageOf } from '../shared/page-of.ts';

/** Runs, newest first. @param page.before - `next` of the page before */
export async function listReconciliations(
  context: Context,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<Reconciliations> {
  const { database, store } = context;
  const asked = { before: before ?? null, limit: limit + 1 };
  const found = await store.reconciliations.list(database, asked, instant(context));
  const { page: runs, next } = pageOf(found, limit, endOf);
  const counts = await store.drift.counts(runs.map(({ id }) => id));
  return { runs: runs.map((run) => toReconciliation(run, counts.get(run.id))), next };
}

/** A run and a page of its drift. @throws Fault `not-found` */
export async function getReconciliation(
  context: Context,
  id: number,
  { after, limit }: { after?: number | undefined; limit: number },
): Promise<ReconciliationDetail> {
  const { database, store } = context;
  const run = await store.reconciliations.get(database, id, instant(context));
  if (!run) throw new Fault('not-found', `There is no reconciliation ${id}.`);
  const [counts, found] = await Promise.all([
    store.drift.counts([id]),
    store.drift.listByRun(database, id, { after: after ?? 0, limit: limit + 1 }),
  ]);
  const { page: drift, next } = pageOf(found, limit, endOf);
  return { run: toReconciliation(run, counts.get(id)), drift: drift.map(toDrift), next };
}

const endOf = ({ id }: { id: number }) => String(id);

function toReconciliation(
  run: ReconciliationRun,
  count: DriftCount = { found: 0, resolved: 0 },
): Reconciliation {
  const listed = run.creditors.filter(({ total }) => total !== null);
  const sum = (field: 'total' | 'compared' | 'deferred') =>
    run.creditors.reduce((all, each) => all + (each[field] ?? 0), 0);
  const deferred = sum('deferred');
  return {
    id: String(run.id),
    kind: run.kind,
    state: run.state,
    startedBy: run.startedBy,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    interruptions: run.interruptions,
    creditors: run.creditors.map(({ creditorPublicId, state, total, compared, failure }) => ({
      creditorPublicId,
      state,
      total,
      compared,
      failure,
    })),
    total: listed.length === 0 ? null : sum('total'),
    compared: sum('compared'),
    found: count.found + deferred,
    deferred,
    resolved: count.resolved,
    failure: run.failure,
  };
}

const toDrift = (drift: StoredDrift): Drift => ({
  ...drift,
  id: String(drift.id),
  events: [...drift.events],
});
