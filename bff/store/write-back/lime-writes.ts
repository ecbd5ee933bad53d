import type { Kysely } from 'kysely';
import type { LimeWrites } from '../../services/ports/store/lime-writes.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { appeared } from './lime-writes/appeared.ts';
import { complete } from './lime-writes/complete.ts';
import { deleteExpired } from './lime-writes/delete-expired.ts';
import { enqueue } from './lime-writes/enqueue.ts';
import { enqueueInvoices } from './lime-writes/enqueue-invoices.ts';
import { lease } from './lime-writes/lease.ts';
import { requeue } from './lime-writes/requeue.ts';
import { stepOf } from './lime-writes/step-of.ts';

export function limeWrites(db: Kysely<Schema>, dialect: StoreDialect): LimeWrites {
  return {
    enqueue: enqueue(db),
    stepOf: stepOf(db),
    enqueueInvoices: enqueueInvoices(db, dialect),
    lease: lease(db, dialect),
    complete: complete(db),
    appeared: appeared(db),
    requeue: requeue(db),
    deleteExpired: deleteExpired(db),
  };
}
