import { sql } from 'kysely';
import type { TestStore } from './store.ts';

/**
 * Makes the database refuse to insert or update rows of a table, for what is in them.
 *
 * @param when - a condition on the row as it would be, `new`
 */
export async function refuse(
  { db, kind }: TestStore,
  act: 'insert' | 'update',
  table: string,
  when: string,
): Promise<void> {
  const name = sql.ref(`refuse_${table}_${act}`);
  const on = sql`before ${sql.raw(act)} on ${sql.table(table)}`;
  if (kind === 'sqlite') {
    await sql`create trigger ${name} ${on} when ${sql.raw(when)} begin select raise(abort, 'refused'); end`.execute(
      db,
    );
    return;
  }
  await sql`create function ${name}() returns trigger language plpgsql as
    $$ begin raise exception 'refused'; end $$`.execute(db);
  await sql`create trigger ${name} ${on} for each row when (${sql.raw(when)}) execute function ${name}()`.execute(
    db,
  );
}
