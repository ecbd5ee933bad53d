import { sql } from 'kysely';
import type { TestDatabase } from '../../support/databases.ts';
import type { BenchEnvironment } from './bench-environment.ts';

/** Has PostgreSQL look at what its tables hold, as it does by itself within a minute: until then its plans are guesses. */
export async function analyzeTables({ store }: BenchEnvironment, database: TestDatabase): Promise<void> {
  if (store === 'postgres') await database.look((db) => sql`vacuum analyze`.execute(db));
}
