import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultKeys } from '../../../../bff/billecta/webhook/webhook-envelope.ts';
import { deliveryParser } from '../../../../bff/delivery-parser.ts';
import { openStore } from '../../../../bff/store/store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'billecta-planner-'));
  file = join(folder, 'test.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const openAndClose = async () => {
  await (await openStore(`sqlite:${file}`, deliveryParser(defaultKeys))).close();
};

function ask<T>(work: (database: Database.Database) => T): T {
  const database = new Database(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const stepsOf = (question: string) =>
  ask((database) =>
    database
      .prepare<[], { detail: string }>(`explain query plan ${question}`)
      .all()
      .map(({ detail }) => detail),
  );

/** Each leads to a few of the million rows of one Lime database. */
const questions = [
  `select * from inbox where lime_database = 'd' and id < 500000 order by id desc limit 50`,
  `select * from inbox where lime_database = 'd' and id > 500000 order by id limit 50`,
  `select * from inbox where lime_database = 'd' and state <> 'pending' and subject in ('a', 'b')`,
  `select * from inbox where lime_database = 'd' and state not in ('pending', 'applied') and state in ('dead')`,
  `select * from command where lime_database = 'd' and action_public_id = 'a' order by requested_at desc`,
  `select id from inbox left join inbox_body on event_id = id where inbox.lime_database = 'd'
    and repeat_key in (select value from json_each('["a","b"]')) order by id desc limit 1`,
  `select id from inbox where lime_database = 'd' and delivery_id = 'a'`,
  `update inbox set attempts = 0 where lime_database = 'd' and id in (select value from json_each('[1]'))`,
];

test.each(questions)('no more rows are looked at than have to be: %s', async (question) => {
  await openAndClose();
  const [first] = stepsOf(question);
  expect(first).toMatch(/PRIMARY KEY|\(lime_database=\? AND /);
});

test('how invoices stand is looked up by index in every table', async () => {
  await openAndClose();
  const steps = stepsOf(`select * from invoice
    left join command on command.lime_database = invoice.lime_database
      and command.action_public_id = invoice.action_public_id
      and command.state in ('requested', 'accepted', 'unknown')
    left join resume_plan on resume_plan.lime_database = invoice.lime_database
      and resume_plan.action_public_id = invoice.action_public_id
    where invoice.lime_database = 'd'
      and invoice.action_public_id in (select value from json_each('["a"]'))`);
  const looks = steps.filter((step) => /^(SEARCH|SCAN) (invoice|command|resume_plan)/.test(step));
  expect(looks).toHaveLength(3);
  for (const look of looks) expect(look).toMatch(/\(lime_database=\? AND action_public_id=\?/);
});

test('what the planner is told holds again after a restart when somebody has measured the tables', async () => {
  await openAndClose();
  const told = () => ask((database) => database.prepare('select * from sqlite_stat1').all());
  const first = told();
  expect(first.length).toBeGreaterThan(20);
  ask((database) => database.exec('analyze'));
  expect(told()).not.toEqual(first);
  await openAndClose();
  expect(told()).toEqual(first);
});
