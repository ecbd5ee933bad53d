import { Kysely, sql } from 'kysely';
import pg from 'pg';
import type { OpenDatabase, StoreDialect, WebhookReading } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { sortOut } from '../sort-out.ts';
import { appendAll } from './append.ts';
import { NulFreeDialect } from './nul-free-dialect.ts';

/** How long to wait for a connection, a lock and an answer, ms; Billecta and people wait with it. */
const connectWait = 3_000;
const lockWait = 2_000;
const answerWait = 8_000;

/** Opens a PostgreSQL database. Acknowledged means on disk, as its `synchronous_commit` has it by default. */
export function openPostgres(url: string, reading: WebhookReading): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    // Compiling a statement costs more than any of ours takes.
    options: '-c jit=off',
    max: 10,
    connectionTimeoutMillis: connectWait,
    lock_timeout: lockWait,
    statement_timeout: answerWait,
    query_timeout: answerWait + 1_000,
    types: { getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)) },
  });
  // A connection that breaks while nobody uses it is replaced by the pool; the next query tells if it cannot be.
  pool.on('error', () => undefined);
  const db = new Kysely<Schema>({ dialect: new NulFreeDialect({ pool }) });
  return {
    db,
    dialect,
    // Two at a time could each take the other's event for a new one.
    takesAtOnce: 1,
    // What one reads and judges, while the database is busy with the other's.
    appliersAtOnce: 2,
    derived: (work) =>
      db.transaction().execute(async (transaction) => {
        await sql`set local synchronous_commit = off`.execute(transaction);
        return work(transaction);
      }),
    close: () => db.destroy(),
    async take(deliveries) {
      const { arrivals, became } = sortOut(deliveries, reading.here);
      return became(await appendAll(db, arrivals, reading.here));
    },
  };
}

/** PostgreSQL's 64-bit integers come as text; ours all fit a number. */
const int8 = 20;

/** Any numbers that nobody else locks by; only who claims does. */
const claimLock = 6_302_011;
const lockOf = { inbox: 1, lime_object: 2 };

const dialect: StoreDialect = {
  countingType: 'bigint',
  counting: (column) => column.primaryKey().generatedAlwaysAsIdentity(),
  async storePlain(db, table, column) {
    await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} set storage external`.execute(
      db,
    );
  },
  // It looks at its tables by itself.
  informPlanner: async () => undefined,
  holdsEverything: false,
  claimingAlone: (db, table, claim) =>
    db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(${claimLock}, ${lockOf[table]})`.execute(transaction);
      return claim(transaction);
    }),
  claiming: (query) => query.forUpdate().skipLocked(),
  holding: (query) => query.forUpdate(),
  list(values) {
    const type = sql.raw(typeof values[0] === 'number' ? 'bigint' : 'text');
    return sql`any(${values}::${type}[])`;
  },
  // An array is looked up in an index; a subquery is guessed to be of any length.
  among: '=',
  rows: (values) => sql`unnest(${values}::text[]) as listed(id)`,
  matches: (text, pattern) => sql<boolean>`${text} ~* ${pattern}`,
  isPassing: ({ code, message }) =>
    /^(08|40|53|55P03|57|58|ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN)/.test(String(code)) ||
    /timeout|Connection terminated/.test(message),
};
