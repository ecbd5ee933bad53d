import { type Kysely, Migrator } from 'kysely';
import type { StoreDialect } from './dialect.ts';
import { first } from './migrations/001-first.ts';
import { leanInbox } from './migrations/002-lean-inbox.ts';
import { safeCommands } from './migrations/003-safe-commands.ts';
import { intoLime } from './migrations/004-into-lime.ts';
import { tasks } from './migrations/005-tasks.ts';
import { reconciliation } from './migrations/006-reconciliation.ts';
import { panel } from './migrations/007-panel.ts';
import { auditOnce } from './migrations/008-audit-once.ts';
import { plainBodies } from './migrations/009-plain-bodies.ts';
import { repetitions } from './migrations/010-repetitions.ts';
import { debtorsWords } from './migrations/011-debtors-words.ts';
import { storageCheck } from './migrations/012-storage-check.ts';
import { installation } from './migrations/013-installation.ts';
import { changePauseEnds } from './migrations/015-change-pause-ends.ts';
import { leftOut } from './migrations/016-left-out.ts';
import { failedReads } from './migrations/017-failed-reads.ts';
import type { Schema } from './schema.ts';

/** Every migration by the name that orders it. Only ever add to the end. */
export const migrations = (dialect: StoreDialect) => ({
  '001-first': first(dialect),
  '002-lean-inbox': leanInbox,
  '003-safe-commands': safeCommands(dialect),
  '004-into-lime': intoLime(dialect),
  '005-tasks': tasks(dialect),
  '006-reconciliation': reconciliation(dialect),
  '007-panel': panel(dialect.countingType === 'integer'),
  '008-audit-once': auditOnce,
  '009-plain-bodies': plainBodies(dialect),
  '010-repetitions': repetitions,
  '011-debtors-words': debtorsWords(dialect),
  '012-storage-check': storageCheck,
  '013-installation': installation,
  '015-change-pause-ends': changePauseEnds,
  '016-left-out': leftOut,
  '017-failed-reads': failedReads,
});

/**
 * Brings the database to the schema of this version, one transaction a migration: a process that dies leaves those that
 * are done, and nothing of the one under way.
 *
 * @throws when it cannot; then nothing may be served from it
 */
export async function migrate(db: Kysely<Schema>, dialect: StoreDialect): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations(dialect) } });
  for (let more = true; more; ) {
    const { error, results = [] } = await migrator.migrateUp();
    if (error) throw error;
    more = results.length > 0;
  }
  await dialect.informPlanner(db);
}
