import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Kysely, PostgresDialect, SqliteDialect } from 'kysely';
import pg from 'pg';
import { type PostgresOptions, startPostgres } from './postgres.ts';

export const storeKinds = ['sqlite', 'postgres'] as const;
export type StoreKind = (typeof storeKinds)[number];

/** A database for the service, and a way to look into it behind its back. */
export interface TestDatabase {
  /** What `DATABASE_URL` takes. */
  url: string;
  /** Opens the database, works in it and closes it again, so that nothing of ours is open when the service dies. */
  look<T>(work: (db: Kysely<unknown>) => Promise<T>): Promise<T>;
}

/** Where fresh databases of one kind come from. */
export interface Databases {
  kind: StoreKind;
  create(): Promise<TestDatabase>;
  /** Removes all of them. */
  close(): Promise<void>;
}

export async function startDatabases(kind: StoreKind, options: PostgresOptions = {}): Promise<Databases> {
  return kind === 'sqlite' ? sqliteDatabases() : postgresDatabases(options);
}

function sqliteDatabases(): Databases {
  const folder = mkdtempSync(join(tmpdir(), 'billecta-databases-'));
  let created = 0;
  return {
    kind: 'sqlite',
    async create() {
      created += 1;
      const file = join(folder, `${created}.db`);
      const open = () =>
        new Kysely<unknown>({ dialect: new SqliteDialect({ database: new Database(file) }) });
      return { url: `sqlite:${file}`, look: looking(open) };
    },
    close: async () => rmSync(folder, { recursive: true }),
  };
}

async function postgresDatabases(options: PostgresOptions): Promise<Databases> {
  const server = await startPostgres(options);
  return {
    kind: 'postgres',
    async create() {
      const url = await server.createDatabase();
      const open = () => {
        const pool = new pg.Pool({ connectionString: url, max: 1 });
        pool.on('error', () => undefined);
        return new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
      };
      return { url, look: looking(open) };
    },
    close: () => server.stop(),
  };
}

const looking =
  (open: () => Kysely<unknown>): TestDatabase['look'] =>
  async (work) => {
    const db = open();
    try {
      return await work(db);
    } finally {
      await db.destroy();
    }
  };
