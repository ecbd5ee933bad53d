import { afterAll, beforeAll, expect, test } from 'vitest';
import { candidateKeys } from '../../bff/billecta/webhook-envelope.ts';
import type { Delivery } from '../../bff/services/ports/inbox.ts';
import type { Store } from '../../bff/services/ports/store.ts';
import { openStore } from '../../bff/store/store.ts';
import { webhookReading } from '../../bff/webhook-reading.ts';
import { createStore, type TestStore } from './support/store.ts';

let testStore: TestStore;
let store: Store;
beforeAll(async () => {
  testStore = await createStore();
  store = await openStore(testStore.url, webhookReading(candidateKeys));
});
afterAll(async () => {
  await store.close();
  await testStore.remove();
});

/** A webhook whose body says `what` about a subject. */
const webhook = (subject: string | null, what: string, deliveryId?: string): Delivery => ({
  database: 'lime',
  headers: '{}',
  bytes: new TextEncoder().encode(
    JSON.stringify({
      Event: 'SomethingElse',
      Id: deliveryId,
      Data: { ...(subject !== null && { DebtorPublicId: subject }), what },
    }),
  ),
  receivedAt: '2026-11-23T10:00:00.000Z',
});

async function take(delivery: Delivery): Promise<{ id: number; duplicate: boolean }> {
  const taken = await store.intake.take(delivery);
  if (taken.kind === 'refused') throw new Error(taken.why);
  return { id: taken.id, duplicate: taken.duplicate };
}

/** What comes in within one turn of the event loop shares a commit. */
const inOneTurn = (...deliveries: Delivery[]) => Promise.all(deliveries.map(take));

test('A, B, A about one subject in one turn is three events', async () => {
  const receipts = await inOneTurn(webhook('s1', 'A'), webhook('s1', 'B'), webhook('s1', 'A'));
  expect(new Set(receipts.map(({ id }) => id)).size).toBe(3);
});

test('it is three events also where B alone has a delivery id', async () => {
  const receipts = await inOneTurn(webhook('s2', 'A'), webhook('s2', 'B', 'd1'), webhook('s2', 'A'));
  expect(receipts.map(({ duplicate }) => duplicate)).toEqual([false, false, false]);
});

test('A, A about one subject is one event, in one turn and later', async () => {
  const [first, second] = await inOneTurn(webhook('s3', 'A'), webhook('s3', 'A'));
  const [third] = await inOneTurn(webhook('s3', 'A'));
  expect([second, third]).toEqual([
    { id: first?.id, duplicate: true },
    { id: first?.id, duplicate: true },
  ]);
  const { duplicates } = await testStore.db
    .selectFrom('inbox')
    .select('duplicates')
    .where('subject', '=', 's3')
    .executeTakeFirstOrThrow();
  expect(duplicates).toBe(2);
});

test('the same delivery is one event, whatever came between', async () => {
  const receipts = await inOneTurn(
    webhook('s4', 'A', 'd2'),
    webhook('s4', 'B', 'd3'),
    webhook('s4', 'A', 'd2'),
  );
  expect(receipts[2]).toEqual({ id: receipts[0]?.id, duplicate: true });
});

test('what is about nothing that we can tell is known by its body', async () => {
  const receipts = await inOneTurn(webhook(null, 'X'), webhook(null, 'Y'), webhook(null, 'X'));
  expect(receipts.map(({ duplicate }) => duplicate)).toEqual([false, false, true]);
});

test('one Lime database knows nothing of the events of another', async () => {
  const ours = await take(webhook('s5', 'A', 'd9'));
  const theirs = await take({ ...webhook('s5', 'A', 'd9'), database: 'other' });
  expect([ours.duplicate, theirs.duplicate]).toEqual([false, false]);
});

test('a thousand at once are all stored, each with its own id and body', async () => {
  const receipts = await inOneTurn(
    ...Array.from({ length: 1_000 }, (_, n) => webhook(`many-${n}`, `body ${n}`)),
  );
  const rows = await testStore.db
    .selectFrom('inbox')
    .innerJoin('inbox_body', 'event_id', 'inbox.id')
    .select(['inbox.id', 'subject', 'body'])
    .where('subject', 'like', 'many-%')
    .execute();
  const stored = new Map(
    rows.map(({ id, subject, body }) => [Number(id), `${subject}: ${JSON.parse(body).Data.what}`]),
  );
  expect(receipts.map(({ id }) => stored.get(id))).toEqual(receipts.map((_, n) => `many-${n}: body ${n}`));
});

test('what is no webhook is not stored, and those beside it are', async () => {
  const broken = { ...webhook('s6', 'A'), bytes: Buffer.from('{"Event":') };
  const list = { ...webhook('s6', 'A'), bytes: Buffer.from('[1]') };
  const taken = await Promise.all([
    store.intake.take(broken),
    store.intake.take(webhook('s6', 'A')),
    store.intake.take(list),
  ]);
  expect(taken).toMatchObject([
    { kind: 'refused', reason: 'not-json', head: '{"Event":' },
    { kind: 'stored', duplicate: false },
    { kind: 'refused', reason: 'invalid-request', head: '[1]' },
  ]);
});
