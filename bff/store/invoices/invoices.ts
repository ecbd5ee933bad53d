import type { Kysely } from 'kysely';
import type { InvoiceStore } from '../../services/ports/store/invoice-store.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { enqueueRead } from './invoices/enqueue-read.ts';
import { get } from './invoices/get.ts';
import { getMany } from './invoices/get-many.ts';
import { limeIds } from './invoices/lime-ids.ts';
import { link } from './invoices/link.ts';
import { lockOrCreate } from './invoices/lock-or-create.ts';
import { saveNotes } from './invoices/save-notes.ts';
import { saveRead } from './invoices/save-read.ts';
import { saveSnapshots } from './invoices/save-snapshots.ts';
import { setUnread } from './invoices/set-unread.ts';

export function invoiceStore(db: Kysely<Schema>, dialect: StoreDialect): InvoiceStore {
  return {
    get: get(db),
    getMany: getMany(db, dialect),
    limeIds: limeIds(db, dialect),
    lockOrCreate: lockOrCreate(db, dialect),
    link: link(db),
    saveSnapshots: saveSnapshots(db),
    saveRead: saveRead(db),
    saveNotes: saveNotes(db),
    setUnread: setUnread(db),
    enqueueRead: enqueueRead(db),
  };
}
