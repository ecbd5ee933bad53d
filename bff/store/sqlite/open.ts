import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import type { OpenDatabase, StoreDialect, WebhookReading } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { addBodyMatches } from './body-matches.ts';
import { keepLogShort } from './checkpoints.ts';
import { IntakeThread } from './intake-client.ts';
import { SqliteFileDialect } from './kysely-dialect.ts';
import { prepare } from './prepare.ts';
import { tellStatistics } from './statistics.ts';
import { Turns } from './turns.ts';

/**
 * Opens (or makes) the SQLite file. Webhooks are read and stored in a thread, and the log is worked into the file in
 * another, since both wait for the disk; all else is quick, and quickest from here.
 */
export function openSqlite(file: string, reading: WebhookReading): OpenDatabase {
  mkdirSync(dirname(file), { recursive: true });
  const writer = new Database(file, { timeout: 0 });
  prepare(writer);
  const reader = new Database(file, { readonly: true });
  for (const connection of [writer, reader]) addBodyMatches(connection);
  const turns = new Turns();
  const intake = new IntakeThread(file, reading.beside);
  const endCheckpoints = keepLogShort(file, turns);

  const parts = { writer, reader, turns };
  const derived = new Kysely<Schema>({ dialect: new SqliteFileDialect(parts, 'NORMAL') });
  return {
    db: new Kysely<Schema>({ dialect: new SqliteFileDialect(parts, 'FULL') }),
    derived: (work) => derived.transaction().execute(work),
    async close() {
      await Promise.all([intake.close(), endCheckpoints()]);
      reader.close();
      writer.close();
    },
    dialect,
    takesAtOnce: 8,
    appliersAtOnce: 1,
    take: (deliveries) => turns.shared().then((end) => intake.take(deliveries).finally(end)),
  };
}

const dialect: StoreDialect = {
  countingType: 'integer',
  counting: (column) => column.primaryKey().autoIncrement(),
  // It compresses nothing.
  storePlain: async () => undefined,
  informPlanner: tellStatistics,
  // One writer at a time.
  holdsEverything: true,
  claimingAlone: (db, _table, claim) => claim(db),
  claiming: (query) => query,
  holding: (query) => query,
  list: (values) => sql`(select value from json_each(${JSON.stringify(values)}))`,
  among: 'in',
  rows: (values) => sql`(select value as id from json_each(${JSON.stringify(values)}))`,
  matches: (text, pattern) => sql<boolean>`body_matches(${text}, ${pattern})`,
  isPassing: ({ code }) => /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM)/.test(String(code)),
};
