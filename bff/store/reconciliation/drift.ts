import type { Kysely } from 'kysely';
import type { DriftStore } from '../../services/ports/store/drift-store.ts';
import type { StoreDialect } from '../dialect.ts';
import type { Schema } from '../schema.ts';
import { counts } from './drift/counts.ts';
import { creditorsSeen } from './drift/creditors-seen.ts';
import { known } from './drift/known.ts';
import { listByRun } from './drift/list-by-run.ts';
import { pending } from './drift/pending.ts';
import { received } from './drift/received.ts';
import { resolve } from './drift/resolve.ts';
import { save } from './drift/save.ts';
import { storedAsOpen } from './drift/stored-as-open.ts';
import { unresolved } from './drift/unresolved.ts';

export function driftStore(db: Kysely<Schema>, dialect: StoreDialect): DriftStore {
  return {
    counts: counts(db, dialect),
    listByRun: listByRun(db),
    known: known(db, dialect),
    pending: pending(db),
    received: received(db, dialect),
    save: save(db),
    unresolved: unresolved(db),
    resolve: resolve(db),
    creditorsSeen: creditorsSeen(db),
    storedAsOpen: storedAsOpen(db),
  };
}
