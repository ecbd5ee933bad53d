import { creditorsToReconcile } from '../../domain/creditors-to-reconcile.ts';
import { swedishDay } from '../../domain/swedish-day.ts';
import { within } from '../../signals/within.ts';
import type { BillectaLists, ListOf } from '../ports/billecta-lists.ts';
import { type Lease, LeaseLost } from '../ports/lease.ts';
import type { CreditorProgress, Failure, ReconciliationRun } from '../ports/store/reconciliations.ts';
import { causeOf } from '../shared/cause.ts';
import { type Context, instant, instantIn } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';
import { compareCreditor, type ReadBudget } from './compare-creditor.ts';
import type { ReconciliationSettings } from './reconcile-due.ts';

/** No other process leases a run for so long, ms; after that, the lease's holder is presumed dead. */
export const leaseFor = 60_000;

/** How often a run stores its progress and extends its lease, ms. */
const reportEvery = 2_000;

const day = 24 * 60 * 60 * 1000;

/**
 * The closed list is asked for from so long before the last time, so that nothing falls between; at first from longer.
 */
const overlap = 2 * day;
const firstWindow = 7 * day;

/** Carries out a run from where it was left, and ends it; a run that must stop now is left for others. */
export async function runReconciliation(
  context: Context,
  lists: BillectaLists,
  {
    settings,
    run,
    token,
    stopping,
  }: { settings: ReconciliationSettings; run: ReconciliationRun; token: string; stopping: AbortSignal },
): Promise<void> {
  const { store, log } = context;
  const lost = new AbortController();
  let creditors = run.creditors;
  let reported: Promise<void> = Promise.resolve();
  const report = () => {
    const lease: Lease = { token, until: instantIn(context, leaseFor) };
    reported = reported
      .then(() => store.reconciliations.saveProgress(run.id, lease, creditors))
      .catch((error) => void (error instanceof LeaseLost && lost.abort(error)));
    return reported;
  };
  const beat = setInterval(report, reportEvery);
  try {
    const failure = await within([stopping, lost.signal], null, compareAll);
    await report();
    const state = failure ? 'failed' : 'finished';
    await store.reconciliations.complete(run.id, token, { state, at: instant(context), failure });
    log.info({ run: run.id, kind: run.kind, creditors, failure }, 'reconciled');
  } catch (error) {
    if (lost.signal.aborted || error instanceof LeaseLost) return;
    const end = stopping.aborted
      ? ({ state: 'interrupted', at: instant(context), failure: null } as const)
      : ({ state: 'failed', at: instant(context), failure: failureOf(error) } as const);
    await reported;
    await store.reconciliations.complete(run.id, token, end);
    if (!stopping.aborted) log.error({ run: run.id, err: error }, 'reconciliation failed');
  } finally {
    clearInterval(beat);
  }

  /** @returns why not all of it could be done */
  async function compareAll(signal: AbortSignal): Promise<Failure | null> {
    if (creditors.length === 0) creditors = (await chosen(signal)).map(waiting);
    const pending = await store.drift.pending(context.database);
    const budget: ReadBudget = { left: Math.max(0, settings.mostReads - pending) };
    const period = await periodOf(context, run);
    for (const { creditorPublicId, state } of creditors) {
      if (state === 'done') continue;
      await compareOne({ kind: run.kind, creditorPublicId, ...period }, budget, signal);
    }
    return creditors.find(({ failure }) => failure !== null)?.failure ?? null;
  }

  async function chosen(signal: AbortSignal): Promise<readonly string[]> {
    if (run.creditor !== null) return [run.creditor];
    if (settings.creditors.length > 0) return settings.creditors;
    const readable = await lists.creditors('reconciliation', signal);
    const ids = readable.map(({ creditorPublicId }) => creditorPublicId);
    return creditorsToReconcile([], ids, await store.drift.creditorsSeen(context.database));
  }

  async function compareOne(list: ListOf, budget: ReadBudget, signal: AbortSignal): Promise<void> {
    const note = (progress: Partial<CreditorProgress>) => {
      creditors = creditors.map((each) =>
        each.creditorPublicId === list.creditorPublicId ? { ...each, ...progress } : each,
      );
    };
    note({ ...waiting(list.creditorPublicId), state: 'running' });
    try {
      const comparison = { run: run.id, list, budget, onProgress: note };
      await compareCreditor(context, lists, comparison, signal);
      note({ state: 'done' });
    } catch (error) {
      if (signal.aborted || !(error instanceof Fault) || error.code === 'storage-unavailable') throw error;
      note({ state: 'failed', failure: failureOf(error) });
    }
    await report();
    signal.throwIfAborted();
  }
}

const waiting = (creditorPublicId: string): CreditorProgress => ({
  creditorPublicId,
  state: 'waiting',
  total: null,
  compared: 0,
  deferred: 0,
  failure: null,
});

const failureOf = (error: unknown): Failure => ({
  cause: causeOf(error),
  message: error instanceof Fault ? error.message : 'Something unforeseen happened; the log has the rest.',
});

/** The days of the closed list; `to` is tomorrow, so that today is in it whatever the clocks say. */
async function periodOf(context: Context, run: ReconciliationRun): Promise<{ from: string; to: string }> {
  const last = await context.store.reconciliations.last(context.database, 'closed', 'finished');
  const since = last ? Date.parse(last.startedAt) - overlap : Date.parse(run.startedAt) - firstWindow;
  const tomorrow = context.now().getTime() + day;
  return { from: swedishDay(new Date(since)), to: swedishDay(new Date(tomorrow)) };
}
