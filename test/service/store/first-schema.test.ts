import { type KyselyPlugin, Migrator } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultKeys } from '../../../bff/billecta/webhook/webhook-envelope.ts';
import { deliveryParser } from '../../../bff/delivery-parser.ts';
import type { OpenDatabase } from '../../../bff/store/dialect.ts';
import { migrations } from '../../../bff/store/migrate.ts';
import { openPostgres } from '../../../bff/store/postgres/open.ts';
import { openSqlite } from '../../../bff/store/sqlite/open.ts';
import { openStore } from '../../../bff/store/store.ts';
import { createStore, type TestStore } from '../support/store.ts';

const parser = deliveryParser(defaultKeys);
const at = '2026-11-01T00:00:00.000Z';

let store: TestStore;
beforeEach(async () => {
  store = await createStore();
});
afterEach(() => store.remove());

/** The service's database as the first release has made it, and the statements that made it. */
async function firstRelease<T>(work: (database: OpenDatabase) => Promise<T>): Promise<string[]> {
  const database = store.url.startsWith('sqlite:')
    ? openSqlite(store.url.slice('sqlite:'.length), parser)
    : openPostgres(store.url, parser);
  const statements: string[] = [];
  const record: KyselyPlugin = {
    transformQuery({ node }) {
      statements.push(database.db.getExecutor().compileQuery(node, { queryId: 'any' }).sql);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  try {
    const db = database.db.withPlugin(record);
    const provider = { getMigrations: async () => migrations(database.dialect) };
    const { error } = await new Migrator({ db, provider }).migrateTo('001-first');
    if (error) throw error;
    await work(database);
  } finally {
    await database.close();
  }
  return statements.filter((each) => /^(create|alter)/i.test(each) && !each.includes('kysely_'));
}

test('the first schema never changes: what comes after is a migration of its own', async () => {
  const statements = await firstRelease(async () => undefined);
  expect(statements.length).toBeGreaterThan(40);
  await expect(`${statements.join(';\n')};\n`).toMatchFileSnapshot(`first-schema.${store.kind}.sql`);
});

test('a database of the first release is brought up to date, and everything in it is there', async () => {
  await firstRelease(async ({ db }) => {
    await db
      .insertInto('inbox')
      .values({ lime_database: 'acme', state: 'pending', next_attempt_at: at, received_at: at, subject: 'a' })
      .execute();
    await db
      .insertInto('inbox_body')
      .values({ event_id: 1, lime_database: 'acme', received_at: at, body: '{}' })
      .execute();
    await db
      .insertInto('invoice')
      .values({ lime_database: 'acme', action_public_id: 'a', lime_id: 7, read_due_at: at })
      .execute();
  });
  const opened = await openStore(store.url, parser);
  const lease = { token: 'this-test', until: '2026-11-01T01:00:00.000Z' };
  expect(await opened.inbox.lease('acme', at, lease, 10)).toMatchObject([
    { id: 1, body: '{}', subject: 'a' },
  ]);
  expect(await opened.invoices.get('acme', 'a')).toMatchObject({ limeId: 7, readDueAt: at });
  await opened.close();
});
