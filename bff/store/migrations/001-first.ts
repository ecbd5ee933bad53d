import type { Migration } from 'kysely';
import type { StoreDialect } from '../dialect.ts';
import { createAdmin } from './001/admin.ts';
import { createCommands } from './001/commands.ts';
import { createEvents } from './001/events.ts';
import { createInstallation } from './001/installation.ts';
import { createInvoices } from './001/invoices.ts';
import { createReconciliation } from './001/reconciliation.ts';
import { createTasks } from './001/tasks.ts';
import { createWriteBack } from './001/write-back.ts';

/** The schema of the first release. */
export const first = (dialect: StoreDialect): Migration => ({
  async up(db) {
    await createEvents(db, dialect);
    await createInvoices(db, dialect);
    await createCommands(db, dialect);
    await createTasks(db, dialect);
    await createWriteBack(db, dialect);
    await createReconciliation(db, dialect);
    await createAdmin(db, dialect);
    await createInstallation(db);
  },
});
