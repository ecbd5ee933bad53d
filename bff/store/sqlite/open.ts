import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Kysely, sql } from 'kysely';
import type { OpenDatabase, StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { SqliteThreadDialect } from './kysely-dialect.ts';
import { SqliteThread } from './thread-client.ts';
import { Turns } from './turns.ts';

/** Opens (or makes) the SQLite file, in a thread of its own. */
export function openSqlite(file: string): OpenDatabase {
  mkdirSync(dirname(file), { recursive: true });
  const thread = new SqliteThread(file);
  const turns = new Turns();
  return {
    db: new Kysely<Schema>({ dialect: new SqliteThreadDialect(thread, turns) }),
    dialect,
    // The thread takes them in order, and those that wait for it share a commit.
    appendsAtOnce: 8,
    append: (arrivals) => turns.ask(() => thread.ask('append', arrivals)),
  };
}

const dialect: StoreDialect = {
  countingType: 'integer',
  counting: (column) => column.primaryKey().autoIncrement(),
  // One writer at a time: a transaction holds everything.
  claimingAlone: (db, claim) => claim(db),
  claiming: (query) => query,
  holding: (query) => query,
  list: (values) => sql`(select value from json_each(${JSON.stringify(values)}))`,
  isPassing: ({ code }) => /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM)/.test(String(code)),
};
