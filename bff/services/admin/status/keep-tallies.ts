import { type Context, instant, instantIn } from '../../shared/context.ts';

/** The interval at which the queue is sampled, ms. */
const span = 10 * 60 * 1000;

/** How long the charts' counts are kept, ms. */
const kept = 8 * 24 * 60 * 60 * 1000;

/** Stores the counts. Counts that the database does not accept now are lost: they are for charts only. */
export async function keepTallies(context: Context): Promise<boolean> {
  const { database, store, counter } = context;
  const tally = counter.drain();
  if (tally) await store.admin.tallies.add(database, tally);
  return false;
}

/** Records the queue's length, and deletes counts that no chart shows any more. */
export async function sampleQueue(context: Context): Promise<boolean> {
  const { database, store } = context;
  const { depth, oldestReceivedAt } = await store.admin.events.queue(database);
  const now = Date.parse(instant(context));
  await store.admin.tallies.sample(database, {
    at: new Date(now - (now % span)).toISOString(),
    depth,
    oldestMs: oldestReceivedAt === null ? 0 : Math.max(0, now - Date.parse(oldestReceivedAt)),
  });
  await store.admin.tallies.prune(database, instantIn(context, -kept));
  return false;
}
