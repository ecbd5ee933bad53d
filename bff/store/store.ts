import { type Kysely, sql } from 'kysely';
import type { Store } from '../services/ports.ts';
import { commandStore } from './commands.ts';
import { inbox } from './inbox.ts';
import { invoiceStore } from './invoices.ts';
import { migrate } from './migrate.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import { tellingFaults } from './telling-faults.ts';

/**
 * Opens the database that the URL names and brings it up to date.
 *
 * @param url - `sqlite:<file>`
 */
export async function openStore(url: string): Promise<Store> {
  const db = openSqlite(url.replace(/^sqlite:/, ''));
  await migrate(db);
  return storeOn(db);
}

export function storeOn(db: Kysely<Schema>): Store {
  return {
    invoices: tellingFaults(invoiceStore(db)),
    commands: tellingFaults(commandStore(db)),
    inbox: tellingFaults(inbox(db)),
    ...tellingFaults({
      transaction: <T>(work: (store: Store) => Promise<T>) =>
        db.isTransaction
          ? work(storeOn(db))
          : db.transaction().execute((transaction) => work(storeOn(transaction))),
      ready: async () => {
        await sql`select 1`.execute(db);
      },
      close: () => db.destroy(),
    }),
  };
}
