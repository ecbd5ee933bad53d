import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/**
 * Works SQLite's log into the file while commits go on, so that none of them has to wait for it. What is committed
 * meanwhile is left over; once the log is long, whoever commits is told to work in that rest, and it starts anew.
 */

/** How often, ms. */
const every = 200;

/** A log of so many pages of 4 KiB is long. */
const long = 2_000;

const database = new Database(String(workerData), { fileMustExist: true });

setInterval(() => {
  const [state] = database.pragma('wal_checkpoint(PASSIVE)') as Array<{ log: number }>;
  if (state && state.log > long) parentPort?.postMessage('long');
}, every);
