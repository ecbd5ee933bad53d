import { chmodSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { aFolder, aProcess, type ProcessOptions } from '../../support/a-process.ts';
import { eventually } from '../../support/eventually.ts';

/** Starts where it cannot. @returns what it said when it ended, with 1 */
async function refusal(databaseUrl: string, options: ProcessOptions = {}): Promise<string> {
  const service = aProcess(databaseUrl, options);
  expect(await service.ended()).toBe(1);
  return service.complaints();
}

function aDatabase(sql: string): string {
  const file = join(aFolder(), 'a.db');
  const database = new Database(file);
  database.exec(sql);
  database.close();
  return file;
}

test("a table of somebody else's that is called as one of ours", async () => {
  const file = aDatabase('create table inbox (theirs text)');
  const words = await refusal(`sqlite:${file}`);
  expect(words).toContain(`DATABASE_URL sqlite:${file}: it has tables of another application`);
  expect(words).toContain('What to do: give the service a database of its own');
});

test('a database that a newer version has written', async () => {
  const file =
    aDatabase(`create table kysely_migration (name varchar(255) primary key, timestamp varchar(255));
    insert into kysely_migration values ('999-of-tomorrow', '')`);
  expect(await refusal(`sqlite:${file}`)).toMatch(/DATABASE_URL .*newer version.*What to do/s);
});

test('a file that is no database', async () => {
  const file = join(aFolder(), 'a.db');
  writeFileSync(file, 'no database at all '.repeat(1_000));
  expect(await refusal(`sqlite:${file}`)).toMatch(/DATABASE_URL .*damaged.*restore a backup/s);
});

test('a disk without room', async () => {
  const file = join(aFolder(), 'a.db');
  expect(await refusal(`sqlite:${file}`, { largestFile: 40 })).toMatch(/DATABASE_URL .*disk/s);
  // Once there is room it starts.
  await aProcess(`sqlite:${file}`).listening();
});

test('a folder where nothing can be made', async () => {
  expect(await refusal('sqlite:/proc/nope/x.db')).toMatch(/DATABASE_URL sqlite:\/proc\/nope\/x.db: /);
});

test.runIf(process.getuid?.() !== 0)('a file that may not be written', async () => {
  const file = aDatabase('create table nothing (here text)');
  chmodSync(file, 0o444);
  expect(await refusal(`sqlite:${file}`)).toMatch(/DATABASE_URL .*may not be written/s);
});

test('a PostgreSQL that nothing answers for: the password is not told', async () => {
  const words = await refusal('postgres://user:the-password@127.0.0.1:9/billecta');
  expect(words).toContain('DATABASE_URL postgres://127.0.0.1:9/billecta: nothing listens there');
  expect(words).not.toContain('the-password');
});

test('a host that is not known', async () => {
  expect(await refusal('postgres://user:word@no.such.host.invalid/billecta')).toMatch(
    /DATABASE_URL postgres:\/\/no.such.host.invalid\/billecta: the host is not known/,
  );
});

test('a port that somebody else has', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const port = String((other.address() as { port: number }).port);
  const words = await refusal(`sqlite:${join(aFolder(), 'a.db')}`, { environment: { PORT: port } });
  other.close();
  expect(words).toContain('EADDRINUSE');
});

test('a locked file is waited for, which the log says', async () => {
  const file = aDatabase('pragma journal_mode = wal');
  const other = new Database(file);
  other.exec('begin immediate');
  const service = aProcess(`sqlite:${file}`);
  await eventually(() =>
    expect(service.lines.map(({ msg }) => msg)).toContain(
      'the database is locked by another process; waiting up to a minute',
    ),
  );
  other.exec('rollback');
  other.close();
  await service.listening();
});
