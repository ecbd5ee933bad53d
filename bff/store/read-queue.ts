import { type Kysely, sql } from 'kysely';
import type { Lease } from '../services/ports/lease.ts';
import type { DueRead } from '../services/ports/work-queue.ts';
import type { StoreDialect } from './dialect.ts';
import type { Schema } from './schema.ts';

/** A table that holds a queue of reads, and its columns. */
interface ReadColumns {
  table: 'invoice' | 'debtor_read' | 'drift_read';
  id: 'action_public_id' | 'debtor_public_id';
  /** Of the queue's columns, where the table holds more than the queue. */
  prefix?: 'read_';
}

/** What every queue of reads does alike: leases, longer leases, and their ends. */
export function readQueue(db: Kysely<Schema>, dialect: StoreDialect, { table, id, prefix }: ReadColumns) {
  const column = <T>(name: string) => sql.ref<T>(`${prefix ?? ''}${name}`);
  const dueAt = column<string>('due_at');
  const attempts = column<number>('attempts');
  const leaseToken = column<string | null>('lease_token');
  const leaseUntil = column<string | null>('lease_until');

  const due = (database: string, now: string, limit: number) =>
    db
      .selectFrom(table)
      .select(id)
      .where('lime_database', '=', database)
      .where(dueAt, '<=', now)
      .where((eb) => eb.or([eb(leaseUntil, 'is', null), eb(leaseUntil, '<=', now)]))
      .orderBy(dueAt)
      .limit(limit);

  const leased = (database: string, item: DueRead) =>
    db
      .updateTable(table)
      .where('lime_database', '=', database)
      .where(id, '=', item.id)
      .where(leaseToken, '=', item.token);

  const unlease = (database: string, item: DueRead) =>
    leased(database, item).set(leaseToken, null).set(leaseUntil, null);

  return {
    async lease(database: string, now: string, { token, until }: Lease, limit: number): Promise<DueRead[]> {
      const found = due(database, now, limit);
      // A look costs no place in the queue of writers, and mostly nothing is due.
      if ((await found.execute()).length === 0) return [];
      const rows = await db
        .updateTable(table)
        .set(leaseToken, token)
        .set(leaseUntil, until)
        .where('lime_database', '=', database)
        .where(id, 'in', dialect.lockingSkipLocked(found))
        .returning([sql.ref<string>(id).as('id'), attempts.as('attempts')])
        .execute();
      return rows.map((row) => ({ id: row.id, attempts: row.attempts, token }));
    },

    async extend(database: string, item: DueRead, until: string): Promise<void> {
      await leased(database, item).set(leaseUntil, until).execute();
    },

    /** Gives the item back, if it is still leased, with further columns to set. */
    unlease,

    async release(database: string, item: DueRead): Promise<void> {
      await unlease(database, item).execute();
    },
  };
}
