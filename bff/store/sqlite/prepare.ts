import type Database from 'better-sqlite3';

/** How far the log may grow before those who commit work it into the file themselves, pages of 4 KiB. */
const walPages = 50_000;

/** A connection's page cache, KiB: whenever another one commits, it has to drop the pages anyway. */
const cache = 2_000;

/** Acknowledged means on disk: WAL, and a flush with every commit unless a transaction says otherwise. */
export function prepare(database: Database.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  database.pragma(`wal_autocheckpoint = ${walPages}`);
  database.pragma(`cache_size = -${cache}`);
}
