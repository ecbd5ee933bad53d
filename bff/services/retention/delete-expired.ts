import { type Context, instantIn } from '../shared/context.ts';

/** Small enough not to delay other users of the database. */
const batch = 200;

/** Each may have found thousands of differences. */
const runsAtOnce = 2;

const day = 24 * 60 * 60 * 1000;

/** How long an answer is promised to be the same for the same Idempotency-Key, ms. */
const answersKeptFor = 24 * 60 * 60 * 1000;

/**
 * Deletes expired idempotency records; and, when older than so many days, tasks that ended, bodies of completed events,
 * the log of changes in Lime, and reconciliations with their drift. The events' rows, arrivals and outcomes stay.
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
