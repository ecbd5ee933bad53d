import { Kysely, sql } from 'kysely';
import type { Delivery, IntakeResult } from '../../services/ports/intake.ts';
import type { DeliveryParser, OpenDatabase, StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { type IntakeFailure, toIntakeFailure } from '../webhooks/intake-failure.ts';
import { parseDeliveries } from '../webhooks/parse-deliveries.ts';
import { appendAll } from './append.ts';
import { NulFreeDialect } from './nul-free-dialect.ts';
import { openPool } from './pool.ts';
import { requireUtf8 } from './require-utf8.ts';

/** How long to wait for a lock and an answer, ms; Billecta and people wait with it. */
const lockWait = 2_000;
const answerWait = 8_000;

/** Opens a PostgreSQL database. Acknowledged means on disk, as its `synchronous_commit` has it by default. */
export function openPostgres(url: string, reading: DeliveryParser): OpenDatabase {
  const pool = openPool(url, { max: 10, lockWait, answerWait });
  const db = new Kysely<Schema>({ dialect: new NulFreeDialect({ pool }) });
  const acceptAll = async (deliveries: readonly Delivery[]): Promise<IntakeResult[]> => {
    const { arrivals, toResults } = parseDeliveries(deliveries, reading.inline);
    return toResults(await appendAll(db, arrivals, reading.inline));
  };
  return {
    db,
    dialect,
    // Two at a time could each mistake the other's event for a new one.
    intakeConcurrency: 1,
    // What one reads and judges, while the database is busy with the other's.
    appliersAtOnce: 2,
    relaxedTransaction: (work) =>
      db.transaction().execute(async (transaction) => {
        await sql`set local synchronous_commit = off`.execute(transaction);
        return work(transaction);
      }),
    async prepare(work) {
      // A large table takes minutes to index.
      const patient = openPool(url, { max: 1, lockWait, answerWait: 0 });
      const own = new Kysely<Schema>({ dialect: new NulFreeDialect({ pool: patient }) });
      try {
        await requireUtf8(own);
        await work(own);
      } finally {
        await own.destroy();
      }
    },
    serve: () => undefined,
    look: () => undefined,
    close: () => db.destroy(),
    async accept(deliveries) {
      try {
        return await acceptAll(deliveries);
      } catch (error) {
        if (deliveries.length === 1 || dialect.isPassing(error as Error)) throw error;
        const results: Array<IntakeResult | IntakeFailure> = [];
        for (const delivery of deliveries) results.push(...(await acceptAll([delivery]).catch(alone)));
        return results;
      }
    },
  };
}

/** Any number that no other lock uses; only leases use this one. */
const leaseLock = 6_302_011;
const lockOf = { inbox: 1, lime_object: 2 };

const alone = (error: unknown) => [toIntakeFailure(error)];

const dialect: StoreDialect = {
  countingType: 'bigint',
  counting: (column) => column.primaryKey().generatedAlwaysAsIdentity(),
  async storePlain(db, table, column) {
    await sql`alter table ${sql.table(table)} alter column ${sql.ref(column)} set storage external`.execute(
      db,
    );
  },
  // PostgreSQL analyzes its tables automatically.
  informPlanner: async () => undefined,
  locksWholeDatabase: false,
  exclusively: (db, table, work) =>
    db.transaction().execute(async (transaction) => {
      await sql`select pg_advisory_xact_lock(${leaseLock}, ${lockOf[table]})`.execute(transaction);
      return work(transaction);
    }),
  lockingSkipLocked: (query) => query.forUpdate().skipLocked(),
  locking: (query) => query.forUpdate(),
  list(values) {
    const type = sql.raw(typeof values[0] === 'number' ? 'bigint' : 'text');
    return sql`any(${values}::${type}[])`;
  },
  // An array is looked up in an index; a subquery is guessed to be of any length.
  among: '=',
  rows: (values) => sql`unnest(${values}::text[]) as listed(id)`,
  matches: (text, pattern) => sql<boolean>`${text} ~* ${pattern}`,
  isPassing: ({ code, message }) =>
    // 25006: a primary that has become a standby.
    /^(08|25006|40|53|55P03|57|58|ECONN|ETIMEDOUT|EPIPE|EHOSTUNREACH|ENOTFOUND|EAI_AGAIN)/.test(
      String(code),
    ) || /timeout|Connection terminated|not queryable/.test(message),
};
