import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Statements } from '../../../../bff/store/sqlite/statements.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'statements-'));
});

const opened: Database.Database[] = [];
const open = () => {
  const database = new Database(join(folder, 'a.db'));
  database.pragma('journal_mode = WAL');
  opened.push(database);
  return database;
};

afterEach(() => {
  for (const database of opened.splice(0)) database.close();
  rmSync(folder, { recursive: true });
});

test('an index that a migration makes after the connection was opened is seen', () => {
  const migrating = open();
  migrating.exec('create table inbox (id integer primary key, key text)');
  const database = open();
  database.prepare('select count(*) from inbox').get();
  migrating.exec('create unique index inbox_key on inbox (key) where key is not null');
  const insert = 'insert into inbox (key) values (?) on conflict (key) where key is not null do nothing';
  expect(() => database.prepare(insert)).toThrow(/ON CONFLICT/);
  const statements = new Statements(database);
  const changes = database
    .transaction(() => ['a', 'a', 'b'].map((key) => statements.get(insert).run(key).changes))
    .immediate();
  expect(changes).toEqual([1, 0, 1]);
});

test('what is no SQL is told', () => {
  expect(() => new Statements(open()).get('select from where')).toThrow(/syntax error/);
});
