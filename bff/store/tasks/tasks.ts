import type { Kysely } from 'kysely';
import type { Tasks } from '../../services/ports/store/tasks.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { itemQueue } from './item-queue.ts';
import { add } from './tasks/add.ts';
import { deleteExpired } from './tasks/delete-expired.ts';
import { findByOwner } from './tasks/find-by-owner.ts';
import { get } from './tasks/get.ts';
import { items } from './tasks/items.ts';
import { orderedAt } from './tasks/ordered-at.ts';
import { tally } from './tasks/tally.ts';

export function taskStore(db: Kysely<Schema>, dialect: StoreDialect): Tasks {
  return {
    ...itemQueue(db, dialect),
    add: add(db),
    orderedAt: orderedAt(db, dialect),
    get: get(db),
    findByOwner: findByOwner(db),
    tally: tally(db, dialect),
    items: items(db),
    deleteExpired: deleteExpired(db, dialect),
  };
}
