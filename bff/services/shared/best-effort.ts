import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from './context.ts';

/** How long a caller who asked for something else waits for it, ms. */
const timeoutMs = 1_000;

/**
 * Stores something beside an answer. The answer is right without it, and is given although the database cannot store
 * it, or is slow.
 *
 * @param what - is stored, for the log
 */
export async function bestEffort(
  { log }: Pick<Context, 'log'>,
  what: string,
  keep: () => Promise<void>,
): Promise<void> {
  const kept = keep().catch((err: unknown) =>
    log.warn({ err, what }, 'not stored; the answer is given anyway'),
  );
  await Promise.race([kept, sleep(timeoutMs, undefined, { ref: false })]);
}
