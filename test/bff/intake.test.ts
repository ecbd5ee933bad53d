import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReceivedEvent } from '../../bff/services/ports/inbox.ts';
import type { Store } from '../../bff/services/ports/store.ts';
import { openStore } from '../../bff/store/store.ts';
import { createStore, type TestStore } from './support/store.ts';

let testStore: TestStore;
let store: Store;
beforeAll(async () => {
  testStore = await createStore();
  store = await openStore(testStore.url);
});
afterAll(async () => {
  await store.close();
  await testStore.remove();
});

const event = (subject: string | null, body: string, deliveryId: string | null = null): ReceivedEvent => ({
  deliveryId,
  bodyHash: `hash of ${body}`,
  headers: '{}',
  event: 'DebtorUpdated',
  subject,
  creditor: null,
  body,
  state: 'ignored',
  receivedAt: '2026-11-23T10:00:00.000Z',
});

/** What comes in within one turn of the event loop shares a commit. */
const inOneTurn = (...events: ReceivedEvent[]) =>
  Promise.all(events.map((each) => store.intake.append('lime', each)));

test('A, B, A about one subject in one turn is three events', async () => {
  const receipts = await inOneTurn(event('s1', 'A'), event('s1', 'B'), event('s1', 'A'));
  expect(new Set(receipts.map(({ id }) => id)).size).toBe(3);
});

test('it is three events also where B alone has a delivery id', async () => {
  const receipts = await inOneTurn(event('s2', 'A'), event('s2', 'B', 'd1'), event('s2', 'A'));
  expect(receipts.map(({ duplicate }) => duplicate)).toEqual([false, false, false]);
});

test('A, A about one subject is one event, in one turn and later', async () => {
  const [first, second] = await inOneTurn(event('s3', 'A'), event('s3', 'A'));
  const [third] = await inOneTurn(event('s3', 'A'));
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
  const receipts = await inOneTurn(event('s4', 'A', 'd2'), event('s4', 'B', 'd3'), event('s4', 'A', 'd2'));
  expect(receipts[2]).toEqual({ id: receipts[0]?.id, duplicate: true });
});

test('what is about nothing that we can tell is known by its body', async () => {
  const receipts = await inOneTurn(event(null, 'X'), event(null, 'Y'), event(null, 'X'));
  expect(receipts.map(({ duplicate }) => duplicate)).toEqual([false, false, true]);
});

test('one Lime database knows nothing of the events of another', async () => {
  const ours = await store.intake.append('lime', event('s5', 'A', 'd9'));
  const theirs = await store.intake.append('other', event('s5', 'A', 'd9'));
  expect([ours.duplicate, theirs.duplicate]).toEqual([false, false]);
});

test('a thousand at once are all stored, each with its own id and body', async () => {
  const receipts = await inOneTurn(
    ...Array.from({ length: 1_000 }, (_, n) => event(`many-${n}`, `body ${n}`)),
  );
  const rows = await testStore.db
    .selectFrom('inbox')
    .innerJoin('inbox_body', 'event_id', 'inbox.id')
    .select(['inbox.id', 'subject', 'body'])
    .where('subject', 'like', 'many-%')
    .execute();
  const stored = new Map(rows.map(({ id, subject, body }) => [Number(id), `${subject}: ${body}`]));
  expect(receipts.map(({ id }) => stored.get(id))).toEqual(receipts.map((_, n) => `many-${n}: body ${n}`));
});
