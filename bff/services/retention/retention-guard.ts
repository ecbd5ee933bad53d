import type { Context } from '../shared/context.ts';

const day = 24 * 60 * 60 * 1000;

/** No installation is so quiet, days. */
const quiet = 30;

/**
 * Whether the clock can be trusted for a permanent deletion: at the start, it may not be so far beyond the newest event
 * that all of them are too old. Logs a fault, and what to do.
 *
 * @param days - how long bodies are kept
 * @returns whether old data may be deleted as long as the process runs
 */
export async function mayDelete(
  { store, database, now, log }: Pick<Context, 'store' | 'database' | 'now' | 'log'>,
  days: number,
): Promise<boolean> {
  const newest = await store.admin.events.newest(database);
  if (!newest) return true;
  const since = now().getTime() - Date.parse(newest.receivedAt);
  if (since <= Math.max(days, quiet) * day) return true;
  log.error(
    { now: now().toISOString(), newest: newest.receivedAt, days },
    'nothing old is forgotten: by the clock, even the newest event is too old. Look whether the clock is right; if it is, restart the service once an event has come',
  );
  return false;
}
