import { type Kysely, sql } from 'kysely';
import type { Clock } from '../services/ports/clock.ts';
import type { Schema } from './schema.ts';

/** Clocks of several processes may differ by so much, ms. */
const slack = 5_000;

/** No lease is given for as long as this, ms. */
const longestLease = 5 * 60_000;

/** Rows that are due as soon as they are enqueued: those without an attempt. */
const asked = [
  { table: 'inbox', due: 'next_attempt_at', attempts: 'attempts', only: sql`state = 'pending'` },
  { table: 'task_item', due: 'next_attempt_at', attempts: 'attempts', only: sql`state = 'waiting'` },
  { table: 'lime_object', due: 'due_at', attempts: 'attempts', only: sql`due_at is not null` },
  { table: 'invoice', due: 'read_due_at', attempts: 'read_attempts', only: sql`read_due_at is not null` },
  { table: 'drift_read', due: 'due_at', attempts: 'attempts', only: sql`due_at is not null` },
  { table: 'debtor_read', due: 'due_at', attempts: 'attempts', only: sql`true` },
] as const;

/** Reads that only a read that begins later completes. */
const enqueuedColumn = { invoice: 'read_enqueued_at', debtor_read: 'enqueued_at' } as const;

/** Tables with leases, and the column that ends them. */
const leased = {
  inbox: 'lease_until',
  task_item: 'lease_until',
  lime_object: 'lease_until',
  reconciliation: 'lease_until',
  debtor_read: 'lease_until',
  drift_read: 'lease_until',
  invoice: 'read_lease_until',
} as const;

export const clock = (db: Kysely<Schema>): Clock => ({
  async correct(database, now) {
    const late = new Date(Date.parse(now) + slack).toISOString();
    const noLease = new Date(Date.parse(now) + longestLease).toISOString();
    let found = 0;
    for (const { table, due, attempts, only } of asked) {
      const enqueued =
        table in enqueuedColumn ? enqueuedColumn[table as keyof typeof enqueuedColumn] : undefined;
      found += await change(db, table, {
        where: sql`lime_database = ${database} and ${only} and ${sql.ref(due)} > ${late} and ${sql.ref(attempts)} = 0`,
        set: enqueued
          ? sql`${sql.ref(due)} = ${now}, ${sql.ref(enqueued)} = ${now}`
          : sql`${sql.ref(due)} = ${now}`,
      });
    }
    for (const [table, until] of Object.entries(leased)) {
      found += await change(db, table, {
        where: sql`lime_database = ${database} and ${sql.ref(until)} > ${noLease}`,
        set: sql`${sql.ref(until)} = ${now}`,
      });
    }
    return found;
  },
});

interface Change {
  where: ReturnType<typeof sql>;
  set: ReturnType<typeof sql>;
}

/** Looking costs no place in the queue of writers, and mostly there is nothing. */
async function change(db: Kysely<Schema>, table: string, { where, set }: Change): Promise<number> {
  const { rows } = await sql`select 1 from ${sql.table(table)} where ${where} limit 1`.execute(db);
  if (rows.length === 0) return 0;
  const { numAffectedRows } = await sql`update ${sql.table(table)} set ${set} where ${where}`.execute(db);
  return Number(numAffectedRows ?? 0n);
}
