import { endlessRetryDelay } from '../../domain/retry-schedule.ts';
import { within } from '../../signals/within.ts';
import type { DueRead, WorkQueue } from '../ports/work-queue.ts';
import { causeOf } from './cause.ts';
import { type Context, instant, instantIn } from './context.ts';
import { drainQueue } from './drain-queue.ts';
import { Fault } from './fault.ts';

/** Reads under way at a time. */
const concurrency = 4;

/** How long a read may wait for its place within Billecta's limits and for its answer, ms. */
const longestRead = 120_000;

/** How long a lease lasts, and how often a waiting read extends it, ms: the reads of a dead process are made soon. */
const leaseFor = 20_000;
const extendEvery = 5_000;

/** Reads in Billecta that are due. */
interface Reads<Item extends DueRead> {
  queue: WorkQueue<Item>;
  /** Reads one, and stores what it says. */
  read(id: string, signal: AbortSignal): Promise<void>;
  /** What the ids are, for the log. */
  idName: 'actionPublicId' | 'debtorPublicId';
}

/**
 * Makes the reads in Billecta that are due. One that fails is retried later, unless Billecta does not know the item or
 * does not allow the read; one that is cut short because the service stops is due as before.
 *
 * @returns whether there may be more
 */
export async function drainReads<Item extends DueRead>(
  context: Context,
  { queue, read, idName }: Reads<Item>,
  stopping: AbortSignal,
): Promise<boolean> {
  if (!context.billecta.isAvailable()) return false;
  return drainQueue(context, { queue, concurrency, leaseFor, handle }, stopping);

  async function handle(item: Item): Promise<void> {
    const { database, log } = context;
    const extending = setInterval(() => void extend(item), extendEvery);
    try {
      await within([stopping], longestRead, (signal) => read(item.id, signal));
      await queue.complete(database, item);
    } catch (error) {
      if (stopping.aborted) return queue.release(database, item);
      if (!(error instanceof Fault)) {
        await queue.release(database, item);
        throw error;
      }
      log.warn(
        { [idName]: item.id, attempts: item.attempts + 1, code: error.code },
        'could not be read in Billecta',
      );
      const failure = { cause: causeOf(error), message: error.message, at: instant(context) };
      if (error.code === 'missing-in-billecta' || error.code === 'billecta-forbidden')
        return queue.giveUp(database, item, failure);
      const wait = endlessRetryDelay(item.attempts + 1, context.random());
      return queue.retryAt(database, item, instantIn(context, wait), failure);
    } finally {
      clearInterval(extending);
    }
  }

  async function extend(item: Item): Promise<void> {
    await queue
      .extend(context.database, item, instantIn(context, leaseFor))
      .catch((err: unknown) => context.log.warn({ [idName]: item.id, err }, 'a lease was not extended'));
  }
}
