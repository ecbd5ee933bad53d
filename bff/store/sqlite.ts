import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely } from 'kysely';
import type { Schema } from './schema.ts';
import { WritingSqliteDialect } from './sqlite-dialect.ts';

/** How long to wait for another process that writes, ms. The whole service waits with it, so it is short. */
const lockWait = 500;

/** Opens (or makes) the SQLite file. Acknowledged means on disk: WAL, and a flush with every commit. */
export function openSqlite(file: string): Kysely<Schema> {
  mkdirSync(dirname(file), { recursive: true });
  const sqlite = new Database(file, { timeout: lockWait });
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  return new Kysely<Schema>({ dialect: new WritingSqliteDialect(sqlite) });
}
