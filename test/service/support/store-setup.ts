import type { TestProject } from 'vitest/node';
import { startPostgres } from '../../support/postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Of the server that the suite's databases are made on; undefined when it runs on SQLite. */
    postgresUrl: string | undefined;
  }
}

/** One PostgreSQL for the whole suite. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startPostgres();
  project.provide('postgresUrl', server.url);
  return () => server.stop();
}
