import { type Kysely, sql } from 'kysely';
import type { Schema } from '../../../bff/store/schema.ts';
import type { TestStore } from './store.ts';

/**
 * Makes the database refuse to hold one invoice, so that events about it cannot be applied.
 *
 * @returns how to end it
 */
export async function poison({ db, kind }: TestStore, actionPublicId: string): Promise<() => Promise<void>> {
  return kind === 'sqlite' ? inSqlite(db, actionPublicId) : inPostgres(db, actionPublicId);
}

async function inSqlite(db: Kysely<Schema>, actionPublicId: string) {
  await sql`create trigger poison before insert on invoice
    when new.action_public_id = ${sql.lit(actionPublicId)}
    begin select raise(fail, 'poisoned'); end`.execute(db);
  return async () => {
    await sql`drop trigger poison`.execute(db);
  };
}

async function inPostgres(db: Kysely<Schema>, actionPublicId: string) {
  await sql`create function poison() returns trigger language plpgsql as
    $$ begin raise exception 'poisoned'; end $$`.execute(db);
  await sql`create trigger poison before insert on invoice for each row
    when (new.action_public_id = ${sql.lit(actionPublicId)}) execute function poison()`.execute(db);
  return async () => {
    await sql`drop trigger poison on invoice`.execute(db);
    await sql`drop function poison`.execute(db);
  };
}
