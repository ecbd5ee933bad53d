import type { ReconciliationKind } from '../../domain/reconciliation.ts';
import { dayBefore, startOfSwedishDay, swedishDay } from '../../domain/swedish-day.ts';
import type { BillectaLists } from '../ports/billecta-lists.ts';
import { type Context, instant, instantIn } from '../shared/context.ts';
import { leaseFor, runReconciliation } from './run-reconciliation.ts';

export interface ReconciliationSettings {
  /** How often the open invoices are compared, minutes; 0 for only on request. */
  everyMinutes: number;
  /** The hour of the night, in Sweden, at which those closed lately are. */
  closedHour: number;
  /** Empty for those that are found out. */
  creditors: readonly string[];
  /** How many invoices may be read from one run to the next. */
  mostReads: number;
  /** No run starts on the schedule before this instant: a service that has just started has more urgent work. */
  notBefore: string;
}

const minute = 60_000;
const hour = 60 * minute;

/**
 * Carries out the run that waits, or that a dead process left; starts one when it is due.
 *
 * @returns whether there may be more
 */
export async function reconcileDue(
  context: Context,
  lists: BillectaLists,
  settings: ReconciliationSettings,
  stopping: AbortSignal,
): Promise<boolean> {
  const { database, store } = context;
  const lease = { token: context.newId(), until: instantIn(context, leaseFor) };
  const run = await store.reconciliations.lease(database, instant(context), lease);
  if (run) {
    await runReconciliation(context, lists, { settings, run, token: lease.token, stopping });
    return !stopping.aborted;
  }
  const kind = await kindDue(context, settings);
  if (kind === null) return false;
  const { started } = await store.reconciliations.start(database, {
    kind,
    creditor: null,
    startedBy: 'schedule',
    startedAt: instant(context),
  });
  return started;
}

async function kindDue(
  context: Context,
  settings: ReconciliationSettings,
): Promise<ReconciliationKind | null> {
  const { reconciliations } = context.store;
  const { everyMinutes, closedHour, notBefore } = settings;
  if (everyMinutes === 0 || instant(context) < notBefore) return null;
  const anInterval = instantIn(context, -everyMinutes * minute);
  const startedSince = async (kind: ReconciliationKind, since: string, only: 'any' | 'finished') =>
    ((await reconciliations.last(context.database, kind, only))?.startedAt ?? '') > since;

  if (!(await startedSince('open', anInterval, 'any'))) return 'open';
  if (await startedSince('closed', anInterval, 'any')) return null;
  return (await startedSince('closed', lastNight(context.now(), closedHour), 'finished')) ? null : 'closed';
}

/** The last time that it was this hour in Sweden. */
function lastNight(now: Date, closedHour: number): string {
  const thatHour = (day: string) => Date.parse(startOfSwedishDay(day)) + closedHour * hour;
  const today = swedishDay(now);
  const last = thatHour(today) <= now.getTime() ? thatHour(today) : thatHour(dayBefore(today, 1));
  return new Date(last).toISOString();
}
