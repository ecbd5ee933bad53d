import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, Migrator, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StoreDialect } from '../../bff/store/dialect.ts';
import { migrations } from '../../bff/store/migrate.ts';
import { openPostgres } from '../../bff/store/postgres/open.ts';
import { openSqlite } from '../../bff/store/sqlite/open.ts';
import { buildBff } from '../support/build-bff.ts';
import { type Databases, startDatabases, storeKinds, type TestDatabase } from '../support/databases.ts';
import { freePort } from '../support/free-port.ts';
import { seeded } from '../support/random.ts';
import { type ServiceProcess, startService } from '../support/service-process.ts';

/** `MIGRATION_KILLS`: how often a first start is killed, half as often an upgrade; `MIGRATION_EVENTS`: of what size. */
const kills = Number(process.env.MIGRATION_KILLS ?? 6);
const events = Number(process.env.MIGRATION_EVENTS ?? 20_000);
const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);
const timeout = 60_000 + kills * 20_000 + events;

let main: string;
beforeAll(async () => {
  main = await buildBff('bff-migrations');
}, 120_000);

/** Lime and Billecta are not there. */
async function start({ url }: TestDatabase): Promise<ServiceProcess> {
  return startService([main], {
    LIME_URL: 'http://127.0.0.1:9/acme',
    LIME_API_KEY: 'a-key',
    BILLECTA_URL: 'http://127.0.0.1:9',
    BILLECTA_AUTHORIZATION: 'SecureToken dGVzdHM=',
    WEBHOOK_API_KEYS: 'test:a-webhook-key-of-the-tests',
    DATABASE_URL: url,
    LOG_LEVEL: 'silent',
    PORT: String(await freePort()),
  });
}

describe.each(storeKinds)('%s', (kind) => {
  const random = seeded(seed);
  let databases: Databases;
  beforeAll(async () => {
    process.stderr.write(`killed migrations on ${kind}: CHAOS_SEED=${seed}\n`);
    databases = await startDatabases(kind);
  });
  afterAll(() => databases?.close());

  /** Resolves once the first migration is under way. */
  async function begun({ url, look }: TestDatabase): Promise<void> {
    for (;;) {
      if (kind === 'sqlite' ? existsSync(url.slice('sqlite:'.length)) : await look(hasMigrations)) return;
      await sleep(2);
    }
  }

  test('killed in the migrations of a first start, it starts again', { timeout }, async () => {
    for (let n = 0; n < kills; n += 1) {
      const database = await databases.create();
      const first = await start(database);
      await begun(database);
      await sleep(random.below(60));
      await first.kill();
      await startsAgain(database);
    }
  });

  test('killed in an upgrade, it starts again, and every event is still there', { timeout }, async () => {
    const database = await databases.create();
    await fillOldDatabase(database.url, events);
    for (let n = 0; n < Math.ceil(kills / 2); n += 1) {
      const process = await start(database);
      await sleep(300 + random.below(1_500));
      await process.kill();
    }
    await startsAgain(database);
    const { rows } = await database.look((db) =>
      sql<{ count: number | string }>`select count(*) as count from inbox where repeat_key is null`.execute(
        db,
      ),
    );
    expect(Number(rows[0]?.count)).toBe(events);
  });
});

async function startsAgain(database: TestDatabase): Promise<void> {
  const again = await start(database);
  await again.ready();
  expect(await again.stop()).toBe(0);
}

async function hasMigrations(db: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql<{ there: unknown }>`select to_regclass('kysely_migration') as there`.execute(db);
  return rows[0]?.there != null;
}

/** A database as the first release left it, with events that are applied. */
async function fillOldDatabase(url: string, count: number): Promise<void> {
  const reading = {
    inline: { parse: never, repeats: never },
    worker: { script: new URL(import.meta.url), workerData: {} },
  };
  const { db, dialect, close } = url.startsWith('sqlite:')
    ? openSqlite(url.slice('sqlite:'.length), reading)
    : openPostgres(url, reading);
  const { error } = await new Migrator({
    db,
    provider: { getMigrations: async () => migrations(dialect as StoreDialect) },
  }).migrateTo('001-first');
  if (error) throw error;
  const each = 10_000;
  for (let from = 0; from < count; from += each) {
    await sql`
      insert into inbox (lime_database, delivery_id, event, subject, state, next_attempt_at, received_at,
        completed_at)
      with recursive n(i) as (select ${sql.lit(from)} union all
        select i + 1 from n where i < ${sql.lit(Math.min(from + each, count) - 1)})
      select 'acme', 'd-' || i, 'DebtorUpdated', 's-' || (i % 5000), 'applied',
        '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:00.000Z', '2026-11-01T00:00:01.000Z' from n`.execute(
      db,
    );
  }
  await close();
}

const never = () => {
  throw new Error('Nothing is taken in');
};
