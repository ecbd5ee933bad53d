import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { OpenDatabase, StoreDialect } from './dialect.ts';
import type { Schema } from './schema.ts';

/** How long to wait for a connection, a lock and an answer, ms; Billecta and people wait with it. */
const connectWait = 3_000;
const lockWait = 2_000;
const answerWait = 8_000;

/** Opens a PostgreSQL database. Acknowledged means on disk, as its `synchronous_commit` has it by default. */
export function openPostgres(url: string): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: connectWait,
    lock_timeout: lockWait,
    statement_timeout: answerWait,
    query_timeout: answerWait + 1_000,
    types: { getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // A connection that breaks while nobody uses it is replaced by the pool; the next query tells if it cannot be.
  pool.on('error', () => undefined);
  return { db: new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) }), dialect };
}

/** PostgreSQL's 64-bit integers come as text; ours all fit a number. */
const int8 = 20;

const dialect: StoreDialect = {
  countingType: 'bigint',
  counting: (column) => column.primaryKey().generatedAlwaysAsIdentity(),
  claiming: (query) => query.forUpdate().skipLocked(),
  holding: (query) => query.forUpdate(),
  isPassing: ({ code, message }) =>
    /^(08|40|53|55P03|57|58|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN)/.test(String(code)) ||
    /timeout|Connection terminated/.test(message),
};
