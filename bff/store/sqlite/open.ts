import Database from 'better-sqlite3';
import { Kysely, sql } from 'kysely';
import type { DeliveryParser, OpenDatabase, StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { addBodyMatches } from './body-matches.ts';
import { keepLogShort } from './checkpoints/checkpoints.ts';
import { IntakeThread } from './intake/intake-client.ts';
import { SqliteFileDialect } from './kysely-dialect.ts';
import { makeFile } from './make-file.ts';
import { isPassingCode } from './passing.ts';
import { prepare } from './prepare.ts';
import { sameFile } from './same-file.ts';
import { writeStatistics } from './statistics.ts';
import { Turns } from './turns.ts';

/**
 * Opens (or makes) the SQLite file. Webhooks are read and stored in a thread, and the log is worked into the file in
 * another, since both wait for the disk; all else is quick, and quickest from here.
 */
export function openSqlite(file: string, reading: DeliveryParser): OpenDatabase {
  makeFile(file);
  const writer = new Database(file, { timeout: 0 });
  let reader: Database.Database;
  try {
    prepare(writer);
    reader = new Database(file, { readonly: true });
    for (const connection of [writer, reader]) addBodyMatches(connection);
  } catch (error) {
    writer.close();
    throw error;
  }
  const look = sameFile(file);
  const turns = new Turns();
  let threads: { intake: IntakeThread; endCheckpoints: () => Promise<unknown> } | undefined;

  const parts = { writer, reader, turns, look };
  const relaxed = new Kysely<Schema>({ dialect: new SqliteFileDialect(parts, 'NORMAL') });
  const db = new Kysely<Schema>({ dialect: new SqliteFileDialect(parts, 'FULL') });
  return {
    db,
    relaxedTransaction: (work) => relaxed.transaction().execute(work),
    prepare: (work) => work(db),
    look,
    serve() {
      threads ??= {
        intake: new IntakeThread(file, reading.worker),
        endCheckpoints: keepLogShort(file, turns),
      };
    },
    async close() {
      if (threads) await Promise.all([threads.intake.close(), threads.endCheckpoints()]);
      reader.close();
      writer.close();
    },
    dialect,
    intakeConcurrency: 8,
    appliersAtOnce: 1,
    async accept(deliveries) {
      if (!threads) throw new Error('The database takes nothing in before it serves');
      const end = await turns.shared();
      return threads.intake.accept(deliveries).finally(end);
    },
  };
}

const dialect: StoreDialect = {
  countingType: 'integer',
  counting: (column) => column.primaryKey().autoIncrement(),
  // It compresses nothing.
  storePlain: async () => undefined,
  informPlanner: writeStatistics,
  // One writer at a time.
  locksWholeDatabase: true,
  exclusively: (db, _table, work) => work(db),
  lockingSkipLocked: (query) => query,
  locking: (query) => query,
  list: (values) => sql`(select value from json_each(${JSON.stringify(values)}))`,
  among: 'in',
  rows: (values) => sql`(select value as id from json_each(${JSON.stringify(values)}))`,
  matches: (text, pattern) => sql<boolean>`body_matches(${text}, ${pattern})`,
  isPassing: ({ code }) => isPassingCode(code),
};
