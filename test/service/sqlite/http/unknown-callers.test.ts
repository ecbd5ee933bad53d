import { afterEach, expect, test } from 'vitest';
import { Caller } from '../../support/caller.ts';
import { type Harness, startHarness } from '../../support/start.ts';

let harness: Harness;
afterEach(() => harness.close());

const start = async (environment: Record<string, string> = {}) => {
  harness = await startHarness({ environment });
};

const strangers = () => harness.lime.calls.filter(({ user }) => user === undefined).length;

test('a refusal of Lime holds for a minute: the same credential is not asked about again', async () => {
  await start();
  const { limeId } = harness.addInvoice();
  const stranger = new Caller(harness.url, { 'x-api-key': 'made up' });
  for (let n = 0; n < 5; n += 1) expect((await stranger.status(limeId)).status).toBe(401);
  expect(strangers()).toBe(1);
});

test('five hundred unknown keys at once leave Lime to those whom it knows', async () => {
  await start();
  const { limeId } = harness.addInvoice();
  expect((await harness.as('user').status(limeId)).status).toBe(200);
  const flood = Array.from({ length: 500 }, (_, n) =>
    new Caller(harness.url, { 'x-api-key': `made up ${n}` }).status(limeId),
  );
  const served = await Promise.all(Array.from({ length: 40 }, () => harness.as('user').status(limeId)));
  expect(served.map(({ status }) => status)).toEqual(Array(40).fill(200));
  const statuses = (await Promise.all(flood)).map(({ status }) => status);
  expect([...new Set(statuses)].sort()).toEqual([401, 429]);
  expect(strangers()).toBeLessThan(100);
});

test('where the proxy tells the address, a flood from one leaves newcomers from others alone', async () => {
  await start({ CLIENT_ADDRESS_HEADER: 'X-Forwarded-For' });
  const { limeId } = harness.addInvoice();
  const from = (address: string, key: string) =>
    new Caller(harness.url, { 'x-api-key': key, 'x-forwarded-for': address }).status(limeId);
  // What stands before the last is the sender's own word.
  const flood = await Promise.all(
    Array.from({ length: 100 }, (_, n) => from(`10.9.9.${n}, 192.0.2.1`, `made up ${n}`)),
  );
  expect(flood.some(({ status }) => status === 429)).toBe(true);
  expect(strangers()).toBeLessThan(30);
  expect((await from('192.0.2.2', harness.lime.keys.user)).status).toBe(200);
});

test('a stranger is refused before the body is read', async () => {
  await start();
  const { limeId } = harness.addInvoice();
  const response = await fetch(`${harness.url}/invoices/${limeId}/dispute`, {
    method: 'POST',
    headers: { 'x-api-key': 'made up', 'content-type': 'application/json' },
    // It never ends.
    body: new ReadableStream({ start: (controller) => controller.enqueue(new TextEncoder().encode('{')) }),
    duplex: 'half',
  } as RequestInit);
  expect(response.status).toBe(401);
});

test('blanks in their thousands before something else are refused at once', async () => {
  await start();
  const { status, body } = await harness.as('user').post(`admin/events/1/dismiss`, `${' '.repeat(16_383)}x`);
  expect([status, body.code]).toEqual([400, 'invalid-request']);
});

test('the same caller is another one in another installation', async () => {
  await start();
  const callerOf = async () => {
    await harness.as('user').status(harness.addInvoice().limeId);
    const lines = harness.log.map((line) => JSON.parse(line) as { caller?: string });
    return lines.findLast(({ caller }) => caller !== undefined)?.caller;
  };
  const here = await callerOf();
  await harness.restart();
  expect(await callerOf()).toBe(here);
  await harness.close();
  await start();
  expect(await callerOf()).not.toBe(here);
});

test('one who asks Lime more than their share does not keep another one waiting', async () => {
  await start({ LIME_CALLS_PER_5_MINUTES: '400', CALLER_REQUESTS_PER_MINUTE: '9999999' });
  const { limeId } = harness.addInvoice();
  const greedy = await Promise.all(Array.from({ length: 80 }, () => harness.as('user').status(limeId)));
  expect(greedy.some(({ status, body }) => status === 429 && body.code === 'too-many-requests')).toBe(true);
  expect((await harness.as('reader').status(limeId)).status).toBe(200);
});

test('counting two thousand invoices again and again costs its size', async () => {
  await start();
  const invoiceIds = Array.from({ length: 2_000 }, (_, n) => n + 1);
  const count = () =>
    harness.as('user').post('tasks/count', JSON.stringify({ command: 'pause', invoiceIds }));
  const statuses = [];
  for (let n = 0; n < 6; n += 1) statuses.push((await count()).status);
  expect(statuses).toContain(429);
});
