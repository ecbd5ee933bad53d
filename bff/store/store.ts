import { type Kysely, sql } from 'kysely';
import type { Store, StoreParts } from '../services/ports/store.ts';
import { commandStore } from './commands.ts';
import { debtorReads } from './debtor-reads.ts';
import type { OpenDatabase, StoreDialect, WebhookReading } from './dialect.ts';
import { doorbook } from './doorbook.ts';
import { driftStore } from './drift.ts';
import { idempotency } from './idempotency.ts';
import { inbox } from './inbox.ts';
import { installation } from './installation.ts';
import { intake } from './intake.ts';
import { invoiceStore } from './invoices.ts';
import { limeWrites } from './lime-writes.ts';
import { migrate } from './migrate.ts';
import { notices } from './notices.ts';
import { panelStore } from './panel/panel-store.ts';
import { processing } from './processing.ts';
import { reconciliations } from './reconciliations.ts';
import { resumePlans } from './resume-plans.ts';
import type { Schema } from './schema.ts';
import { standings } from './standings.ts';
import { taskStore } from './tasks/tasks.ts';
import { tellingFaults } from './telling-faults.ts';

/**
 * Opens the database that the URL names and brings it up to date.
 *
 * @param url - `sqlite:<file>` or `postgres://…`
 */
export async function openStore(url: string, reading: WebhookReading): Promise<Store> {
  const database = await open(url, reading);
  await migrate(database.db, database.dialect);
  return storeOn(database);
}

/** Loads only what the one database needs. */
async function open(url: string, reading: WebhookReading): Promise<OpenDatabase> {
  if (!url.startsWith('sqlite:')) return (await import('./postgres/open.ts')).openPostgres(url, reading);
  return (await import('./sqlite/open.ts')).openSqlite(url.slice('sqlite:'.length), reading);
}

function storeOn(database: OpenDatabase): Store {
  const { db, dialect } = database;
  const telling = <T extends object>(members: T) => tellingFaults(members, dialect);
  return {
    ...partsOn(db, dialect),
    appliersAtOnce: database.appliersAtOnce,
    intake: telling(intake(database)),
    doorbook: telling(doorbook(db)),
    processing: telling(processing(db)),
    idempotency: telling(idempotency(db)),
    tasks: telling(taskStore(db, dialect)),
    reconciliations: telling(reconciliations(db, dialect)),
    panel: panelStore(database),
    installation: telling(installation(db)),
    ...telling({
      transaction: <T>(work: (store: StoreParts) => Promise<T>) =>
        db.transaction().execute((transaction) => work(partsOn(transaction, dialect))),
      deriving: <T>(work: (store: StoreParts) => Promise<T>) =>
        database.derived((transaction) => work(partsOn(transaction, dialect))),
      ready: async () => {
        await sql`select 1`.execute(db);
      },
      close: () => database.close(),
    }),
  };
}

/** Each is made when it is asked for: a transaction needs few of them, and there are many transactions. */
function partsOn(db: Kysely<Schema>, dialect: StoreDialect): StoreParts {
  const telling = <T extends object>(members: T) => tellingFaults(members, dialect);
  const invoices = () => invoiceStore(db, dialect);
  return {
    get invoices() {
      return telling(invoices());
    },
    get standings() {
      return telling(standings(db, invoices(), dialect));
    },
    get commands() {
      return telling(commandStore(db));
    },
    get plans() {
      return telling(resumePlans(db, dialect));
    },
    get inbox() {
      return telling(inbox(db, dialect));
    },
    get limeWrites() {
      return telling(limeWrites(db, dialect));
    },
    get debtorReads() {
      return telling(debtorReads(db));
    },
    get notices() {
      return telling(notices(db, dialect));
    },
    get drift() {
      return telling(driftStore(db, dialect));
    },
  };
}
