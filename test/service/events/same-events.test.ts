import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { EventCount, EventFilter, RetryAnswer } from '../../../bff/contract/admin/events.ts';
import { eventually } from '../support/eventually.ts';
import { deliver, type InboxRow, inbox } from '../support/inbox.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
let invoice: { limeId: number; actionPublicId: string };
/** The events as they are before each retry. */
let settled: InboxRow[];

/** More than one answer of the database. */
const many = 450;
/** More than are searched at a time. */
const between = 2_500;

beforeAll(async () => {
  harness = await startHarness();
  invoice = harness.addInvoice();
  const { actionPublicId } = invoice;
  const first = await deliver(harness, 'InvoiceActionStateChanged', harness.billecta.invoice(actionPublicId));
  await eventually(async () => expect(await inbox(harness, { id: first, state: 'applied' })).toHaveLength(1));
  await harness.as('user').status(invoice.limeId);
  await harness.as('admin').post('admin/pause', '{"why":"a test"}');
  await copy(first, 3, { state: 'superseded', received_at: '2026-02-01T00:00:00.000Z' });
  await copy(first, between, { lime_database: 'another' });
  await copy(first, many, { state: 'dead', cause: 'bug', subject: 'many' });
  await copy(first, 2, { state: 'dead', cause: 'billecta-refused', subject: 'few' });
  await copy(first, 2, { state: 'unreadable', event: null, creditor: 'another' });
  await copy(first, 2, { state: 'ignored', event: 'DailyNotification' });
  settled = await inbox(harness, {});
});
afterAll(() => harness.close());

/** Stores copies of an event and its body, with some columns changed. */
async function copy(id: number, count: number, changes: Partial<InboxRow>): Promise<void> {
  const { db } = harness.store;
  const { id: _, ...row } = await db
    .selectFrom('inbox')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const body = await db
    .selectFrom('inbox_body')
    .selectAll()
    .where('event_id', '=', id)
    .executeTakeFirstOrThrow();
  for (let left = count; left > 0; left -= 500) {
    const copies = Array.from({ length: Math.min(left, 500) }, () => ({
      ...row,
      repeat_key: null,
      ...changes,
    }));
    const stored = await db.insertInto('inbox').values(copies).returning(['id', 'lime_database']).execute();
    await db
      .insertInto('inbox_body')
      .values(stored.map((each) => ({ ...body, event_id: each.id, lime_database: each.lime_database })))
      .execute();
  }
}

/** Puts the events back as they were. @returns those that a retry had made due */
async function putBack(): Promise<number[]> {
  const now = new Map((await inbox(harness, {})).map((row) => [row.id, row]));
  const changed = settled.filter(
    ({ id, next_attempt_at }) => now.get(id)?.next_attempt_at !== next_attempt_at,
  );
  for (const { id, ...row } of changed)
    await harness.store.db.updateTable('inbox').set(row).where('id', '=', id).execute();
  return changed.map(({ id }) => Number(id));
}

async function post<T>(path: string, body: object): Promise<T> {
  const answer = await harness.as('admin').post(`admin/${path}`, JSON.stringify(body));
  expect(answer.status).toBe(200);
  return answer.body as T;
}

const filters: Array<[string, () => EventFilter, number]> = [
  ['all', () => ({}), 1 + 3 + many + 2 + 2 + 2],
  ['a state', () => ({ states: ['dead'] }), many + 2],
  ['several states', () => ({ states: ['dead', 'unreadable', 'superseded'] }), many + 2 + 2 + 3],
  ['a state of many', () => ({ states: ['applied', 'ignored'] }), 1 + 2],
  ['a cause', () => ({ causes: ['billecta-refused'] }), 2],
  ['a name', () => ({ event: 'InvoiceActionStateChanged' }), 1 + 3 + many + 2],
  ['a subject', () => ({ subject: 'many' }), many],
  ['a subject and a state', () => ({ subject: 'few', states: ['dead', 'pending'] }), 2],
  ['an invoice of Lime', () => ({ invoice: String(invoice.limeId) }), 1 + 3 + 2 + 2],
  ['an invoice of Lime and another subject', () => ({ invoice: String(invoice.limeId), subject: 'few' }), 0],
  ['an invoice that is unknown', () => ({ invoice: '987654' }), 0],
  ['a creditor', () => ({ creditor: 'another' }), 2],
  ['a time', () => ({ from: '2026-01-31T00:00:00.000Z', to: '2026-02-02T00:00:00.000Z' }), 3],
  ['a time until now', () => ({ from: '2026-02-02T00:00:00.000Z', states: ['dead'] }), many + 2],
  ['a name that no event has', () => ({ event: 'NoSuchEvent' }), 0],
];

describe('what is counted, previewed and retried is the same', () => {
  test.each(filters)('by %s', async (_, filterOf, expected) => {
    const filter = filterOf();
    const count = await post<EventCount>('events/count', filter);
    const preview = await post<RetryAnswer>('events/retry', { filter, dryRun: true });
    expect(await putBack()).toEqual([]);
    const run = await post<RetryAnswer>('events/retry', { filter, dryRun: false });
    const requeued = await putBack();
    expect(count).toEqual({ matched: expected, more: false });
    expect(preview.matched).toBe(expected);
    expect([run.matched, run.requeued]).toEqual([expected, expected]);
    expect(preview.changes.map(({ id }) => id)).toEqual(requeued);
    expect(requeued).toHaveLength(expected);
  });

  test.each([
    ['event.bug', many],
    ['event.billecta-refused', 2],
    ['unreadable-event.unreadable', 2],
  ])('by the issue %s', async (issue, expected) => {
    expect(await post(`issues/${issue}/retry`, { dryRun: true })).toEqual({
      matched: expected,
      requeued: 0,
    });
    expect(await putBack()).toEqual([]);
    expect(await post(`issues/${issue}/retry`, {})).toEqual({ matched: expected, requeued: expected });
    expect(await putBack()).toHaveLength(expected);
  });
});

test('events that fail are tried again at once by their issue, and nothing else is', async () => {
  const { db } = harness.store;
  const failing = settled.filter(({ subject }) => subject === 'few').map(({ id }) => Number(id));
  await db
    .updateTable('inbox')
    .set({ state: 'pending', attempts: 3, next_attempt_at: '2999-01-01T00:00:00.000Z' })
    .where('id', 'in', failing)
    .execute();
  expect(await post('issues/failing-event.billecta-refused/retry', {})).toEqual({ matched: 2, requeued: 2 });
  const retried = await inbox(harness, { state: 'pending' });
  expect(retried.map(({ id }) => Number(id))).toEqual(failing);
  for (const each of retried) {
    expect(each.attempts).toBe(0);
    expect(Date.parse(each.next_attempt_at)).toBeLessThanOrEqual(Date.now());
  }
  await putBack();
});

test('no more than ten thousand are counted', async () => {
  const { db } = harness.store;
  const most = 10_000;
  const [first] = settled;
  await copy(Number(first?.id), most + 1, { event: 'OneOfMany' });
  const filter = { event: 'OneOfMany' };
  expect(await post('events/count', filter)).toEqual({ matched: most, more: true });
  const { id } = await db
    .selectFrom('inbox')
    .select(({ fn }) => fn.max('id').as('id'))
    .executeTakeFirstOrThrow();
  await db.deleteFrom('inbox').where('id', '=', id).execute();
  expect(await post('events/count', filter)).toEqual({ matched: most, more: false });
});
