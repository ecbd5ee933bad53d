import type { Kysely } from 'kysely';
import type { Tasks } from '../../services/ports/store/tasks.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { cancel } from './item-queue/cancel.ts';
import { complete } from './item-queue/complete.ts';
import { end } from './item-queue/end.ts';
import { lease } from './item-queue/lease.ts';
import { requeue } from './item-queue/requeue.ts';
import { retryAt } from './item-queue/retry-at.ts';

type ItemQueue = Pick<Tasks, 'lease' | 'complete' | 'retryAt' | 'end' | 'cancel' | 'requeue'>;

/** The invoices of all tasks that are due, and their leases. */
export function itemQueue(db: Kysely<Schema>, dialect: StoreDialect): ItemQueue {
  return {
    lease: lease(db, dialect),
    complete: complete(db),
    retryAt: retryAt(db),
    end: end(db),
    cancel: cancel(db),
    requeue: requeue(db),
  };
}
