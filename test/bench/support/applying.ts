import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import type { BenchEnvironment } from './bench-environment.ts';
import { fillInbox } from './fill-inbox.ts';

/** Events to apply. */
const events = 60_000;

/** A service that is slower than this is measured by what it has done by then, ms. */
const longest = 8_000;

/** A look counts what is left, which the database does beside applying, ms. */
const lookEvery = 100;

/**
 * Starts the service on an inbox full of events that are due, and watches from beside it how fast they are settled: from
 * the first that is seen settled to the last. It need not be ready for that: it may well begin sooner.
 *
 * @param old - settled events in the inbox, their bodies pruned
 */
export async function measureApplying(
  benchEnvironment: BenchEnvironment,
  { old }: { old: number },
): Promise<{ perSecond: number; applied: number }> {
  const database = await benchEnvironment.createDatabase();
  await fillInbox(benchEnvironment, database, { events, old });
  const starting = benchEnvironment.startBff(database);
  try {
    return await database.look(async (db) => {
      let left = await pending(db);
      const deadline = AbortSignal.timeout(longest);
      while (left === events) {
        deadline.throwIfAborted();
        await sleep(5);
        left = await pending(db);
      }
      const first = { left, at: performance.now() };
      while (left > 0 && performance.now() - first.at < longest) {
        await sleep(lookEvery);
        left = await pending(db);
      }
      const applied = first.left - left;
      return { perSecond: (applied * 1000) / (performance.now() - first.at), applied };
    });
  } finally {
    await (await starting).stop();
  }
}

async function pending(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{
    left: number | string;
  }>`select count(*) as left from inbox where state = 'pending'`.execute(db);
  return Number(rows[0]?.left);
}
