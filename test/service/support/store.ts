import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { inject } from 'vitest';
import { defaultKeys } from '../../../bff/billecta/webhook/webhook-envelope.ts';
import { deliveryParser } from '../../../bff/delivery-parser.ts';
import type { Schema } from '../../../bff/store/schema.ts';
import { openSqlite } from '../../../bff/store/sqlite/open.ts';

/** A fresh database of the kind that the suite runs on. */
export interface TestStore {
  kind: 'sqlite' | 'postgres';
  /** What `DATABASE_URL` takes. */
  url: string;
  /** A connection of the test's own, to look behind the service's back. */
  db: Kysely<Schema>;
  remove(): Promise<void>;
}

export async function createStore(): Promise<TestStore> {
  const server = inject('postgresUrl');
  return server ? createInPostgres(server) : createInFile();
}

function createInFile(): TestStore {
  const folder = mkdtempSync(join(tmpdir(), 'billecta-bff-'));
  const file = join(folder, 'test.db');
  // As the service's own: one that blocks while it waits for the service's transaction would keep the service from ending it.
  const { db, close } = openSqlite(file, deliveryParser(defaultKeys));
  return {
    kind: 'sqlite',
    url: `sqlite:${file}`,
    db,
    async remove() {
      await close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function createInPostgres(server: string): Promise<TestStore> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(server);
  url.pathname = `/${name}`;
  const pool = new pg.Pool({ connectionString: url.href, max: 2 });
  pool.on('error', () => undefined);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { kind: 'postgres', url: url.href, db, remove: () => db.destroy() };
}
