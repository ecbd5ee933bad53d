import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';
import type { CheckpointMessage } from './checkpoints.ts';

/**
 * Checkpoints SQLite's log into the file while commits go on, so that none of them has to wait for it. Commits of the
 * meantime are left over; once the log is long, writers are asked to pause while that small rest is checkpointed, and
 * the log starts from its beginning.
 */

/** How often, ms. */
const every = 200;

/** A log of so many pages of 4 KiB is long. */
const long = 8_000;

const database = new Database(String(workerData), { fileMustExist: true });

/**
 * A checkpoint that fails now, as on a full disk, is left for the next time; the writers' own commits report the fault.
 *
 * @returns the length of the log, pages
 */
function checkpoint(): number {
  try {
    const [state] = database.pragma('wal_checkpoint(PASSIVE)') as Array<{ log: number }>;
    return state?.log ?? 0;
  } catch {
    return 0;
  }
}

const say = (message: CheckpointMessage) => parentPort?.postMessage(message);

while (parentPort) {
  await sleep(every);
  if (checkpoint() <= long) continue;
  // Commits of the meantime, so that the pause is short.
  checkpoint();
  const paused = once(parentPort, 'message');
  say('pause');
  await paused;
  checkpoint();
  say('go on');
}
