import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { OpenDatabase, StoreDialect } from './dialect.ts';
import type { Schema } from './schema.ts';
import { WritingSqliteDialect } from './sqlite-dialect.ts';

/** How long to wait for another process that writes, ms. The whole service waits with it, so it is short. */
const lockWait = 500;

/** How far the log grows before it is worked into the file, pages of 4 KiB: seldom enough to cost the intake little. */
const walPages = 8_000;

/** Opens (or makes) the SQLite file. Acknowledged means on disk: WAL, and a flush with every commit. */
export function openSqlite(file: string): OpenDatabase {
  mkdirSync(dirname(file), { recursive: true });
  const sqlite = new Database(file, { timeout: lockWait });
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  sqlite.pragma(`wal_autocheckpoint = ${walPages}`);
  return { db: new Kysely<Schema>({ dialect: new WritingSqliteDialect(sqlite) }), dialect };
}

const dialect: StoreDialect = {
  countingType: 'integer',
  counting: (column) => column.primaryKey().autoIncrement(),
  // One writer at a time: a transaction holds everything.
  claiming: (query) => query,
  holding: (query) => query,
  isPassing: ({ code }) => /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM)/.test(String(code)),
};
