import pg from 'pg';
import { expect, test } from 'vitest';
import { startPostgres } from './postgres.ts';

test('databases of one server are apart, and nothing answers once it is stopped', async () => {
  const postgres = await startPostgres();
  const [first, second] = [await postgres.createDatabase(), await postgres.createDatabase('second')];
  await ask(first, 'create table thing (id integer primary key)');
  await ask(second, 'create table thing (id integer primary key)');
  await ask(first, 'insert into thing values (1)');
  expect(await ask(second, 'select count(*)::int as n from thing')).toEqual([{ n: 0 }]);
  await postgres.stop();
  await expect(ask(first, 'select 1')).rejects.toThrow();
});

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
