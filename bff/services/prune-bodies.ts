import { type Context, instantIn } from './context.ts';

/** Few enough that nobody who waits for the database notices. */
const batch = 200;

const day = 24 * 60 * 60 * 1000;

/**
 * Forgets the bodies of settled events that are older than so many days. What they were, that they came, and what came
 * of them stays.
 *
 * @returns whether there may be more
 */
export async function pruneBodies(context: Context, days: number, stopping: AbortSignal): Promise<boolean> {
  const before = instantIn(context, -days * day);
  const pruned = await context.store.inbox.prune(context.database, before, batch);
  if (pruned > 0) context.log.info({ pruned, before }, 'old bodies forgotten');
  return pruned === batch && !stopping.aborted;
}
