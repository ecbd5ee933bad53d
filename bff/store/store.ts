import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely } from 'kysely';
import type { Store, StoreParts } from '../services/ports/store/store.ts';
import type { Log } from '../services/shared/context.ts';
import { adminStore } from './admin/admin-store.ts';
import { clock } from './clock.ts';
import { commandStore } from './commands/commands.ts';
import { idempotency } from './commands/idempotency.ts';
import { resumePlans } from './commands/resume-plans.ts';
import type { DeliveryParser, OpenDatabase, StoreDialect } from './dialect.ts';
import { inbox } from './events/inbox.ts';
import { processing } from './events/processing.ts';
import { storeHealth } from './health.ts';
import { installation } from './installation.ts';
import { invoiceReads } from './invoices/invoice-reads.ts';
import { invoiceStates } from './invoices/invoice-states.ts';
import { invoiceStore } from './invoices/invoices.ts';
import { notices } from './invoices/notices.ts';
import { migrate } from './migrate.ts';
import { driftStore } from './reconciliation/drift.ts';
import { driftReads } from './reconciliation/drift-reads.ts';
import { reconciliations } from './reconciliation/reconciliations.ts';
import type { Schema } from './schema.ts';
import { startFault } from './start-fault.ts';
import { taskStore } from './tasks/tasks.ts';
import { intake } from './webhooks/intake.ts';
import { receiverLog } from './webhooks/receiver-log.ts';
import { withStorageFaults } from './with-storage-faults.ts';
import { debtorReads } from './write-back/debtor-reads.ts';
import { limeWrites } from './write-back/lime-writes.ts';

/** How long the start waits for a locked database, and how often it checks, ms. */
const lockedFor = 60_000;
const pollEvery = 500;

const silence = { warn: () => undefined };

/**
 * Opens the database that the URL names and brings it up to date. While another process has it locked, waits for up to
 * a minute.
 *
 * @param url - `sqlite:<file>` or `postgres://…`
 * @throws Error that names `DATABASE_URL`, says why, and what to do; nothing is left open then
 */
export async function openStore(
  url: string,
  reading: DeliveryParser,
  log: Pick<Log, 'warn'> = silence,
): Promise<Store> {
  const started = performance.now();
  for (let logged = false; ; logged = true) {
    try {
      return await tryOpening(url, reading);
    } catch (error) {
      const locked = /^(SQLITE_(BUSY|LOCKED)|55P03)/.test(String((error as { code?: unknown }).code));
      if (!locked || performance.now() - started > lockedFor) throw startFault(error, url);
      if (!logged)
        log.warn({ err: error }, 'the database is locked by another process; waiting up to a minute');
      await sleep(pollEvery);
    }
  }
}

async function tryOpening(url: string, reading: DeliveryParser): Promise<Store> {
  const database = await open(url, reading);
  try {
    await database.prepare((db) => migrate(db, database.dialect));
    database.serve();
    return storeOn(database);
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Loads only what the one database needs. */
async function open(url: string, reading: DeliveryParser): Promise<OpenDatabase> {
  if (!url.startsWith('sqlite:')) return (await import('./postgres/open.ts')).openPostgres(url, reading);
  return (await import('./sqlite/open.ts')).openSqlite(url.slice('sqlite:'.length), reading);
}

function storeOn(opened: OpenDatabase): Store {
  const { database, health } = storeHealth(opened);
  const { db, dialect } = database;
  const faulting = <T extends object>(members: T) => withStorageFaults(members, dialect);
  return {
    ...partsOn(db, dialect),
    appliersAtOnce: database.appliersAtOnce,
    intake: faulting(intake(database)),
    clock: faulting(clock(db)),
    receiverLog: faulting(receiverLog(db)),
    processing: faulting(processing(db)),
    idempotency: faulting(idempotency(db)),
    tasks: faulting(taskStore(db, dialect)),
    reconciliations: faulting(reconciliations(db, dialect)),
    admin: adminStore(database),
    ...health,
    installation: faulting(installation(db)),
    ...faulting({
      transaction<T>(
        work: (store: StoreParts) => Promise<T>,
        { durability }: { durability: 'full' | 'relaxed' } = { durability: 'full' },
      ): Promise<T> {
        const run = (transaction: Kysely<Schema>) => work(partsOn(transaction, dialect));
        return durability === 'relaxed' ? database.relaxedTransaction(run) : db.transaction().execute(run);
      },
      close: () => database.close(),
    }),
  };
}

/** Each is made when it is asked for: a transaction needs few of them, and there are many transactions. */
function partsOn(db: Kysely<Schema>, dialect: StoreDialect): StoreParts {
  const faulting = <T extends object>(members: T) => withStorageFaults(members, dialect);
  const invoices = () => invoiceStore(db, dialect);
  return {
    get invoices() {
      return faulting(invoices());
    },
    get invoiceStates() {
      return faulting(invoiceStates(db, invoices(), dialect));
    },
    get commands() {
      return faulting(commandStore(db));
    },
    get resumePlans() {
      return faulting(resumePlans(db, dialect));
    },
    get inbox() {
      return faulting(inbox(db, dialect));
    },
    get limeWrites() {
      return faulting(limeWrites(db, dialect));
    },
    get debtorReads() {
      return faulting(debtorReads(db, dialect));
    },
    get invoiceReads() {
      return faulting(invoiceReads(db, dialect));
    },
    get driftReads() {
      return faulting(driftReads(db, dialect));
    },
    get notices() {
      return faulting(notices(db, dialect));
    },
    get drift() {
      return faulting(driftStore(db, dialect));
    },
  };
}
