import type { Migration } from 'kysely';
import type { StoreDialect } from '../dialect.ts';
import { createCommandLog } from './001/command-log.ts';
import { createDoorbook } from './001/doorbook.ts';
import { createInbox } from './001/inbox.ts';
import { createInvoices } from './001/invoices.ts';

/** The webhook inbox, what is known of each invoice, the log of commands, and the doorbook. */
export const first = (dialect: StoreDialect): Migration => ({
  async up(db) {
    await createInbox(db, dialect);
    await createInvoices(db);
    await createCommandLog(db);
    await createDoorbook(db, dialect);
  },
});
