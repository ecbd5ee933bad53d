import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '../services/shared/context.ts';
import { Fault } from '../services/shared/fault.ts';

/** For how long the database may refuse, and how long until the next try, ms. */
const timeoutMs = 60_000;
const pollEvery = 500;

/**
 * Stores what has to be stored before the service starts; while the database is locked, tries again for up to a minute,
 * and logs it.
 *
 * @throws Error that names `DATABASE_URL` when it could not be stored
 */
export async function untilStored(log: Pick<Log, 'warn'>, work: () => Promise<void>): Promise<void> {
  const started = performance.now();
  for (let logged = false; ; logged = true) {
    try {
      return await work();
    } catch (err) {
      if (!(err instanceof Fault && err.code === 'storage-unavailable')) throw err;
      if (performance.now() - started > timeoutMs) {
        const { cause } = err as { cause?: Error };
        throw new Error(`DATABASE_URL: the database takes nothing (${cause?.message}). ${whatToDo}`, {
          cause,
        });
      }
      if (!logged) log.warn({ err }, 'the database takes nothing now; waiting up to a minute');
      await sleep(pollEvery);
    }
  }
}

const whatToDo = 'What to do: look whether it is locked, full or read-only, then start again.';
