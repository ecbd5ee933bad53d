import { type Context, instantIn } from '../shared/context.ts';

/** Few enough that nobody who waits for the database notices. */
const batch = 200;

/** Each may have found thousands of differences. */
const runsAtOnce = 2;

const day = 24 * 60 * 60 * 1000;

/** How long an answer is promised to be the same for the same Idempotency-Key, ms. */
const answersKeptFor = 24 * 60 * 60 * 1000;

/**
 * Forgets promised answers whose time is over; and tasks that ended, bodies of settled events, what was changed in Lime,
 * and reconciliations with their drift, that are older than so many days. What the events were, that they came, and what
 * came of them stays.
 *
 * @returns whether there may be more
 */
export async function deleteExpired(context: Context, days: number, stopping: AbortSignal): Promise<boolean> {
  await context.store.idempotency.deleteExpired(context.database, instantIn(context, -answersKeptFor));
  const before = instantIn(context, -days * day);
  await context.store.tasks.deleteExpired(context.database, before, batch);
  const pruned = await context.store.inbox.deleteExpired(context.database, before, batch);
  const changes = await context.store.limeWrites.deleteExpired(context.database, before, batch);
  const runs = await context.store.reconciliations.deleteExpired(context.database, before, runsAtOnce);
  if (pruned + changes + runs > 0)
    context.log.info({ pruned, changes, runs, before }, 'old bodies, changes and runs forgotten');
  return (pruned === batch || changes === batch || runs === runsAtOnce) && !stopping.aborted;
}
