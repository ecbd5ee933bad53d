import Database from 'better-sqlite3';
import pg from 'pg';
import type { TestStore } from './store.ts';

/**
 * Holds the database so that what is known of invoices can be read, and not be changed.
 *
 * @returns how to let go
 */
export const holdInvoices = (store: TestStore) =>
  hold(store, 'lock table invoice, lime_object, storage_check in exclusive mode');

/**
 * Holds the database so that nobody else can write, as another process or a failing disk would.
 *
 * @returns how to let go
 */
export const holdDatabase = (store: TestStore) => hold(store, 'lock table inbox in access exclusive mode');

async function hold({ kind, url }: TestStore, statement: string): Promise<() => Promise<void>> {
  if (kind === 'sqlite') {
    const file = new Database(url.slice('sqlite:'.length));
    file.exec('begin immediate');
    return async () => {
      file.exec('rollback');
      file.close();
    };
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('begin');
  await client.query(statement);
  return async () => {
    await client.query('rollback');
    await client.end();
  };
}
