import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultKeys } from '../../../bff/billecta/webhook/webhook-envelope.ts';
import { deliveryParser } from '../../../bff/delivery-parser.ts';
import type { Delivery } from '../../../bff/services/ports/intake.ts';
import type { Store } from '../../../bff/services/ports/store/store.ts';
import { openStore } from '../../../bff/store/store.ts';
import { createStore, type TestStore } from '../support/store.ts';

let testStore: TestStore;
let store: Store;
beforeAll(async () => {
  testStore = await createStore();
  store = await openStore(testStore.url, deliveryParser(defaultKeys));
});
afterAll(async () => {
  await store.close();
  await testStore.remove();
});

/** A webhook that says at a second of some minute that a debtor is called `what`. */
const webhook = (subject: string | null, what: string, second: number, unlike: object = {}): Delivery =>
  posted({
    EventDate: `2026-11-23 11:00:${String(second).padStart(2, '0')}+01:00`,
    CreditorPublicId: 'c-1',
    Event: 'DebtorUpdated',
    Data: { ...(subject !== null && { DebtorPublicId: subject }), Name: what, Notes: null },
    AdditionalData: null,
    ...unlike,
  });

const posted = (body: object | string): Delivery => ({
  database: 'lime',
  headers: '{}',
  bytes: new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body)),
  receivedAt: '2026-11-23T10:00:00.000Z',
});

async function take(delivery: Delivery): Promise<{ id: number; duplicate: boolean }> {
  const taken = await store.intake.accept(delivery);
  if (taken.kind === 'refused') throw new Error(taken.why);
  return { id: taken.id, duplicate: taken.duplicate };
}

/** What comes in within one turn of the event loop shares a commit. */
const inOneTurn = (...deliveries: Delivery[]) => Promise.all(deliveries.map(take));

const newOnes = (receipts: readonly { duplicate: boolean }[]) => receipts.map(({ duplicate }) => !duplicate);

/** All at once, and one after the other: the second and later batches meet what is stored. */
const ways = [
  ['in one turn', inOneTurn],
  [
    'one after the other',
    async (...deliveries: Delivery[]) => {
      const receipts = [];
      for (const delivery of deliveries) receipts.push(await take(delivery));
      return receipts;
    },
  ],
] as const;

describe.each(ways)('%s', (way, takeAll) => {
  test('a debtor that changes A, B, A is three events; the bytes of the first, sent again, are none', async () => {
    const apart = await takeAll(...[1, 2, 3].map((at) => webhook(`apart ${way}`, 'ABA'[at - 1] ?? '', at)));
    const again = await takeAll(...['A', 'B', 'A'].map((what) => webhook(`again ${way}`, what, 1)));
    expect([newOnes(apart), newOnes(again)]).toEqual([
      [true, true, true],
      [true, true, false],
    ]);
  });

  test('the same bytes are one event, however often they come', async () => {
    const receipts = await takeAll(...[1, 1, 1, 1].map((at) => webhook(`same ${way}`, 'A', at)));
    expect(newOnes(receipts)).toEqual([true, false, false, false]);
    expect(new Set(receipts.map(({ id }) => id)).size).toBe(1);
    const { duplicates } = await testStore.db
      .selectFrom('inbox')
      .select('duplicates')
      .where('subject', '=', `same ${way}`)
      .executeTakeFirstOrThrow();
    expect(duplicates).toBe(3);
  });

  test('a body that is built anew for a retry is the same event: other order, spaces, letters of the name', async () => {
    const subject = `rebuilt ${way}`;
    const rebuilt = posted(`{ "AdditionalData": null, "event": "debtorUPDATED",
      "Data": { "Notes": null, "Name": "A", "DebtorPublicId": "${subject}" },
      "CreditorPublicId": "c-1", "EventDate": "2026-11-23T11:00:05+01:00", "Attempt": 2 }`);
    expect(newOnes(await takeAll(webhook(subject, 'A', 5), rebuilt))).toEqual([true, false]);
  });

  test.each([
    ['another event', { Event: 'AutogiroApprovalChanged' }],
    ['another creditor', { CreditorPublicId: 'c-2' }],
    ['another time', { EventDate: '2026-11-23 11:00:09+01:00' }],
    ['other data beside', { AdditionalData: 'NoCoverage' }],
    ['another Lime database', {}],
  ])('%s is another event', async (what, unlike) => {
    const subject = `${what} ${way}`.slice(0, 64);
    const other = webhook(subject, 'A', 1, unlike);
    const receipts = await takeAll(webhook(subject, 'A', 1), {
      ...other,
      database: what.includes('Lime') ? 'other' : 'lime',
    });
    expect(newOnes(receipts)).toEqual([true, true]);
  });

  test('a body that is too deep to be compared is stored, and takes nobody along', async () => {
    const deep = '['.repeat(20_000) + ']'.repeat(20_000);
    const about = (space: string) =>
      posted(
        `{"EventDate":"2026-11-23 11:00:00+01:00","Event":"X",${space}"Data":{"DebtorPublicId":"deep ${way}","D":${deep}}}`,
      );
    const good = webhook(`beside ${way}`, 'A', 1);
    expect(newOnes(await takeAll(about(''), about(' '), good, about('  ')))).toEqual([
      true,
      true,
      true,
      true,
    ]);
  });

  test('numbers that a double cannot tell apart are two events', async () => {
    const about = (n: string) =>
      posted(
        `{"EventDate":"2026-11-23 11:00:00+01:00","Event":"UnmatchedPayment",
          "Data":{"UnhandledPaymentPublicId":"u ${way}","N":${n}}}`,
      );
    const receipts = await takeAll(about('9007199254740992'), about('9007199254740993'));
    expect(newOnes(receipts)).toEqual([true, true]);
  });

  test('more events of one second than are told apart are all stored', async () => {
    const all = Array.from({ length: 40 }, (_, n) => webhook(`many alike ${way}`, `name ${n}`, 1));
    expect(newOnes(await takeAll(...all))).toEqual(all.map(() => true));
  });
});

test('without a time nothing tells a repetition, and nothing is lost', async () => {
  const bare = posted({ Event: 'DebtorUpdated', Data: { DebtorPublicId: 'bare' } });
  const again = { ...bare, bytes: bare.bytes.slice() };
  expect(newOnes(await inOneTurn(bare, again))).toEqual([true, true]);
});

test('what repeats an event whose body has been deleted is stored', async () => {
  const first = await take(webhook('pruned', 'A', 1));
  await testStore.db.deleteFrom('inbox_body').where('event_id', '=', first.id).execute();
  expect((await take(webhook('pruned', 'A', 1))).duplicate).toBe(false);
  expect((await take(webhook('pruned', 'A', 1))).duplicate).toBe(true);
});

test('an id or a name that is too long is kept as unreadable, and takes nobody along', async () => {
  const long = 'x'.repeat(3_000);
  const taken = await Promise.all(
    [
      webhook(long, 'A', 1),
      webhook('s7', 'A', 1, { Event: long }),
      webhook('s7', 'A', 1, { CreditorPublicId: long }),
      webhook('s7', 'A', 1),
    ].map((delivery) => store.intake.accept(delivery)),
  );
  expect(taken.map((each) => each.kind === 'stored' && each.state)).toEqual([
    'unreadable',
    'unreadable',
    'unreadable',
    'pending',
  ]);
});

test('a thousand at once are all stored, each with its own id and body', async () => {
  const receipts = await inOneTurn(
    ...Array.from({ length: 1_000 }, (_, n) => webhook(`many-${n}`, `body ${n}`, 1)),
  );
  const rows = await testStore.db
    .selectFrom('inbox')
    .innerJoin('inbox_body', 'event_id', 'inbox.id')
    .select(['inbox.id', 'subject', 'body'])
    .where('subject', 'like', 'many-%')
    .execute();
  const stored = new Map(
    rows.map(({ id, subject, body }) => [Number(id), `${subject}: ${JSON.parse(body).Data.Name}`]),
  );
  expect(receipts.map(({ id }) => stored.get(id))).toEqual(receipts.map((_, n) => `many-${n}: body ${n}`));
});

test('what is no webhook is not stored, and those beside it are', async () => {
  const broken = { ...webhook('s6', 'A', 1), bytes: Buffer.from('{"Event":') };
  const list = { ...webhook('s6', 'A', 1), bytes: Buffer.from('[1]') };
  const taken = await Promise.all([
    store.intake.accept(broken),
    store.intake.accept(webhook('s6', 'A', 1)),
    store.intake.accept(list),
  ]);
  expect(taken).toMatchObject([
    { kind: 'refused', reason: 'not-json', head: '{"Event":' },
    { kind: 'stored', duplicate: false },
    { kind: 'refused', reason: 'invalid-request', head: '[1]' },
  ]);
});
