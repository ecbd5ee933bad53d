import { endlessRetryDelay } from '../../domain/retry-schedule.ts';
import { refreshInvoice } from '../invoices/refresh-invoice.ts';
import type { ResumePlan } from '../ports/store/resume-plans.ts';
import { type Context, instant, instantIn } from '../shared/context.ts';
import { drainQueue } from '../shared/drain-queue.ts';
import { Fault } from '../shared/fault.ts';
import { PlanOvertaken } from './command-order.ts';
import { runCommand } from './run-command.ts';

/** No other process tries a plan for so long, ms; after that, the lease's holder is presumed dead. */
const leaseFor = 60_000;

/** The longest wait between two tries, ms. A promise is never given up while the invoice is paused. */
const longestWait = 60 * 60 * 1000;

/**
 * Resumes the invoices whose pause was to end by now, as safely as a user's command. Leaves a disputed invoice alone,
 * and resumes it when the dispute is lifted. A plan ends when the invoice is not paused any more, or when Billecta
 * refuses.
 *
 * @returns whether there may be more
 */
export function resumeDue(context: Context, stopping: AbortSignal): Promise<boolean> {
  const handle = (plan: ResumePlan) => resume(context, plan);
  return drainQueue(
    context,
    { queue: context.store.resumePlans, concurrency: 1, leaseFor, handle },
    stopping,
  );
}

async function resume(context: Context, plan: ResumePlan): Promise<void> {
  const { database, store, log } = context;
  const { limeId, actionPublicId } = plan;
  const order = {
    by: 'schedule',
    origin: 'schedule',
    invoice: { limeId, actionPublicId },
    command: 'resume',
    note: {},
    plan,
  } as const;
  try {
    const signal = context.deadline();
    if (!(await stillStands(context, plan, signal))) return;
    if (isAhead(context)) {
      log.error(
        { actionPublicId, until: plan.until, now: instant(context), billecta: context.billecta.clock() },
        'not resumed: the clock of this machine is ahead of Billecta by hours; set it right',
      );
      return;
    }
    const { result } = await runCommand(context, order, signal);
    await store.resumePlans.end(database, plan, 'resumed', instant(context));
    log.info({ actionPublicId, until: plan.until, changed: result.changed }, 'resumed as planned');
  } catch (error) {
    if (error instanceof PlanOvertaken) return;
    if (!(error instanceof Fault)) throw error;
    if (error.code === 'billecta-refused' || error.code === 'not-allowed') {
      await store.resumePlans.end(database, plan, 'refused', instant(context));
    } else {
      const attempts = plan.attempts + 1;
      const wait = endlessRetryDelay(attempts, context.random(), longestWait);
      await store.resumePlans.retryAt(database, plan, instantIn(context, wait), attempts);
    }
    log.warn({ actionPublicId, until: plan.until, code: error.code }, 'could not be resumed as planned');
  }
}

/**
 * How far the service's clock may be ahead of Billecta's, ms; a day that has not come would resume an invoice too
 * early.
 */
const aheadAtMost = 2 * 60 * 60 * 1000;

function isAhead({ billecta, now }: Context): boolean {
  const theirs = billecta.clock();
  return theirs !== null && now().getTime() - theirs.getTime() > aheadAtMost;
}

/** Reads the invoice first: a change in Billecta that no webhook reported may have ended or blocked the plan. */
async function stillStands(context: Context, leased: ResumePlan, signal: AbortSignal): Promise<boolean> {
  const { database, store } = context;
  const { actionPublicId, commandId } = leased;
  const purpose = { priority: 'command', source: 'verified' } as const;
  const { invoice } = await refreshInvoice(context, actionPublicId, { purpose, signal });
  if (invoice.disputedSince !== null) await store.resumePlans.holdBack(database, leased);
  const [plan] = await store.resumePlans.findByInvoices(database, [actionPublicId]);
  return plan?.state === 'waiting' && plan.commandId === commandId;
}
