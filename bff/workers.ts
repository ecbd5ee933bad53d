import { readsWithin } from './billecta/client/read-gate.ts';
import type { Config } from './config/config.ts';
import type { Readiness } from './services/admin/checks/readiness.ts';
import { noteSolved } from './services/admin/issues/note-solved.ts';
import { keepTallies, sampleQueue } from './services/admin/status/keep-tallies.ts';
import { recoverLostCommands } from './services/commands/recover-commands.ts';
import { resumeDue } from './services/commands/resume-due.ts';
import { applyDueEvents, applyWhileBusy } from './services/events/apply-due-events.ts';
import { refreshDueInvoices } from './services/invoices/refresh-due-invoices.ts';
import { type ReconciliationSettings, reconcileDue } from './services/reconciliation/reconcile-due.ts';
import { refreshDriftedInvoices } from './services/reconciliation/refresh-drifted-invoices.ts';
import { deleteExpired } from './services/retention/delete-expired.ts';
import { mayDelete } from './services/retention/retention-guard.ts';
import { clockWatch } from './services/shared/clock-watch.ts';
import type { Context, Work } from './services/shared/context.ts';
import { Worker, type WorkerOptions } from './services/shared/worker.ts';
import { runDueItems } from './services/tasks/run-due-items.ts';
import { refreshDueDebtors } from './services/write-back/refresh-due-debtors.ts';
import { writeBack } from './services/write-back/write-back.ts';

/** A worker's work, and how often it polls without being woken, ms; {@link Worker}'s default when left out. */
interface Job {
  run: WorkerOptions['run'];
  every?: number;
}

/** The background work of one Lime database. */
export interface Workers {
  all: readonly Worker[];
  /** Those that `Context.wake` wakes. */
  woken: Readonly<Record<Work, Worker>>;
  /** Allows deletion of expired data, unless the clock cannot be trusted. Call once the database answers. */
  permitRetention(): Promise<void>;
}

/** The configuration of background work. */
export interface WorkerSettings {
  reconciliation: ReconciliationSettings;
  retentionDays: number;
}

/** Every kind of background work; none of it runs before it is started. */
export function startableWorkers(
  context: Context,
  readiness: Readiness,
  { reconciliation, retentionDays }: WorkerSettings,
): Workers {
  let isDeletionAllowed = false;
  const woken: Record<Work, Job> = {
    events: { run: () => applyDueEvents(context) },
    reads: { run: (signal) => refreshDueInvoices(context, signal) },
    debtors: { run: (signal) => refreshDueDebtors(context, signal) },
    writes: { run: (signal) => writeBack(context, signal) },
    tasks: { run: (signal) => runDueItems(context, signal), every: 1_000 },
    reconciliation: {
      run: (signal) => reconcileDue(context, context.billectaLists, reconciliation, signal),
      every: 5_000,
    },
    drift: { run: (signal) => refreshDriftedInvoices(context, signal) },
  };
  const timed: Record<string, Job> = {
    'resume plans': { run: (signal) => resumeDue(context, signal), every: 10_000 },
    'lost commands': { run: () => recoverLostCommands(context), every: 10_000 },
    retention: {
      run: async (signal) => isDeletionAllowed && deleteExpired(context, retentionDays, signal),
      every: 60 * 60_000,
    },
    tallies: { run: () => keepTallies(context), every: 5_000 },
    'queue samples': { run: () => sampleQueue(context), every: 30_000 },
    'solved issues': { run: () => noteSolved(context), every: 10_000 },
    clock: { run: clockWatch(context), every: 5_000 },
    storage: { run: () => readiness.watch(), every: 5_000 },
  };
  // Helpers are not woken: they take part while one applier is kept busy.
  const helpers = Array.from({ length: context.store.appliersAtOnce - 1 }, () =>
    toWorker(context, 'events-overflow', { run: () => applyWhileBusy(context) }),
  );
  const toWorkers = (jobs: Record<string, Job>) =>
    Object.fromEntries(Object.entries(jobs).map(([name, job]) => [name, toWorker(context, name, job)]));
  const wokenWorkers = toWorkers(woken) as Record<Work, Worker>;
  return {
    all: [...Object.values(wokenWorkers), ...helpers, ...Object.values(toWorkers(timed))],
    woken: wokenWorkers,
    async permitRetention() {
      isDeletionAllowed = await mayDelete(context, retentionDays);
    },
  };
}

const toWorker = ({ log, timer, now }: Context, name: string, { run, every }: Job): Worker =>
  new Worker({ name, run, every, log, timer, now });

/** No comparison starts on schedule for this long after a start, ms. */
const quietAfterStart = 60_000;

/** Minutes between two runs, for the share of Billecta's limits, when lists are compared only on request. */
const usualMinutes = 15;

/** When Billecta's lists are compared, and with how many reads. */
export function reconciliationSchedule(
  { billecta, reconciliation }: Config,
  now: () => Date,
): ReconciliationSettings {
  const ms = (reconciliation.everyMinutes || usualMinutes) * 60_000;
  return {
    ...reconciliation,
    mostReads: readsWithin(billecta.readLimits, 'reconciliation', ms),
    notBefore: new Date(now().getTime() + quietAfterStart).toISOString(),
  };
}
