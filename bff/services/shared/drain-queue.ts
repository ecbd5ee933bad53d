import type { Leasable } from '../ports/work-queue.ts';
import { type Context, instant, instantIn } from './context.ts';

/** How due work is done. */
interface Drain<Item> {
  queue: Leasable<Item>;
  /** Items leased at a time, and handled side by side. */
  concurrency: number;
  /** How long a lease lasts, ms; longer than handling one item may take. */
  leaseFor: number;
  /** Handles an item and ends its lease. */
  handle(item: Item): Promise<void>;
}

/**
 * Leases what is due and handles it.
 *
 * @returns whether there may be more
 */
export async function drainQueue<Item>(
  context: Context,
  { queue, concurrency, leaseFor, handle }: Drain<Item>,
  stopping: AbortSignal,
): Promise<boolean> {
  const lease = { token: context.newId(), until: instantIn(context, leaseFor) };
  const items = await queue.lease(context.database, instant(context), lease, concurrency);
  await Promise.all(items.map(handle));
  return items.length === concurrency && !stopping.aborted;
}
