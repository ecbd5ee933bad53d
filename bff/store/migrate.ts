import { type Kysely, Migrator } from 'kysely';
import type { StoreDialect } from './dialect.ts';
import { first } from './migrations/001-first.ts';
import type { Schema } from './schema.ts';

/** Every migration by the name that orders it. Only ever add to the end. */
export const migrations = (dialect: StoreDialect) => ({ '001-first': first(dialect) });

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
