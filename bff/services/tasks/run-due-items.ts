import { deadlineIn, within } from '../../signals/within.ts';
import type { BillectaPort } from '../ports/billecta.ts';
import type { DueItem } from '../ports/store/tasks.ts';
import { type Context, instant } from '../shared/context.ts';
import { drainQueue } from '../shared/drain-queue.ts';
import { publishTask } from './present-task.ts';
import { runItem } from './run-item.ts';

/** Invoices in progress at a time: enough to use Billecta's limit, without a long wait for others. */
const concurrency = 4;

/** How long an invoice may take, most of it waiting for a place within Billecta's limits, ms. */
const timeoutMs = 25_000;

/** No other process leases an invoice for so long, ms; after that, the lease's holder is presumed dead. */
const leaseFor = 40_000;

/**
 * Runs the commands of tasks on the invoices that are due.
 *
 * @returns whether there may be more
 */
export async function runDueItems(context: Context, stopping: AbortSignal): Promise<boolean> {
  if (!context.billecta.isAvailable()) return false;
  const patient = { ...context, billecta: waitingTheirTurn(context.billecta, stopping) };
  const handle = (item: DueItem) => run(patient, item, stopping);
  return drainQueue(context, { queue: context.store.tasks, concurrency, leaseFor, handle }, stopping);
}

async function run(context: Context, item: DueItem, stopping: AbortSignal): Promise<void> {
  const { database, store, log } = context;
  const { task } = item;
  const next = await runItem(context, item, deadlineIn(timeoutMs), stopping);
  if ('retry' in next) return store.tasks.retryAt(database, item, next.retry);
  if (!(await store.tasks.complete(database, item, next.end, instant(context)))) return;
  const ended = await store.tasks.end(database, task.id, instant(context));
  await publishTask(context, task);
  if (ended) log.info({ task: task.id, command: task.command, by: task.requestedBy }, 'task ended');
}

/** Reads after those that people wait for; and none is waited for when the service stops. */
function waitingTheirTurn(billecta: BillectaPort, stopping: AbortSignal): BillectaPort {
  return {
    readInvoice: (actionPublicId, _priority, signal) =>
      within([signal, stopping], null, (either) => billecta.readInvoice(actionPublicId, 'task', either)),
    readDebtor: (debtorPublicId, _priority, signal) =>
      within([signal, stopping], null, (either) => billecta.readDebtor(debtorPublicId, 'task', either)),
    run: (...asked) => billecta.run(...asked),
    comment: (...asked) => billecta.comment(...asked),
    isAvailable: () => billecta.isAvailable(),
    clock: () => billecta.clock(),
    askedToWait: () => billecta.askedToWait(),
  };
}
