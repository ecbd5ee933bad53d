import { type Kysely, sql } from 'kysely';
import type { Store, StoreParts } from '../services/ports.ts';
import { commandStore } from './commands.ts';
import type { OpenDatabase, StoreDialect } from './dialect.ts';
import { doorbook } from './doorbook.ts';
import { inbox } from './inbox.ts';
import { intake } from './intake.ts';
import { invoiceStore } from './invoices.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { processing } from './processing.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite.ts';
import { tellingFaults } from './telling-faults.ts';

/**
 * Opens the database that the URL names and brings it up to date.
 *
 * @param url - `sqlite:<file>` or `postgres://…`
 */
export async function openStore(url: string): Promise<Store> {
  const open = url.startsWith('sqlite:') ? openSqlite(url.slice('sqlite:'.length)) : openPostgres(url);
  await migrate(open.db, open.dialect);
  return storeOn(open);
}

function storeOn({ db, dialect }: OpenDatabase): Store {
  const telling = <T extends object>(members: T) => tellingFaults(members, dialect);
  return {
    ...partsOn(db, dialect),
    intake: telling(intake(db)),
    doorbook: telling(doorbook(db)),
    processing: telling(processing(db)),
    ...telling({
      transaction: <T>(work: (store: StoreParts) => Promise<T>) =>
        db.transaction().execute((transaction) => work(partsOn(transaction, dialect))),
      ready: async () => {
        await sql`select 1`.execute(db);
      },
      close: () => db.destroy(),
    }),
  };
}

function partsOn(db: Kysely<Schema>, dialect: StoreDialect): StoreParts {
  return {
    invoices: tellingFaults(invoiceStore(db, dialect), dialect),
    commands: tellingFaults(commandStore(db), dialect),
    inbox: tellingFaults(inbox(db, dialect), dialect),
  };
}
