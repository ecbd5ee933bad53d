import { afterAll, beforeAll, expect, test } from 'vitest';
import { Caller } from '../../support/caller.ts';
import { type Harness, startHarness } from '../../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const withCookie = (headers: Record<string, string>, who: 'user' | 'admin' = 'user') =>
  new Caller(harness.url, { cookie: harness.lime.cookies(who), ...headers });

const isDisputed = (actionPublicId: string) =>
  Boolean(harness.billecta.invoice(actionPublicId).State?.DisputedDate);

test.each<[string, () => Record<string, string>]>([
  ['a sandboxed frame', () => ({ origin: 'null' })],
  ['a sandboxed frame of Lime', () => ({ origin: 'null', 'sec-fetch-site': 'cross-site' })],
  ['another host of the same site', () => ({ 'sec-fetch-site': 'same-site' })],
  ['the address bar', () => ({ 'sec-fetch-site': 'none' })],
  ['an origin that begins like that of Lime', () => ({ origin: `${harness.lime.url}.evil.example` })],
  ['the same host on another port', () => ({ origin: harness.lime.url.replace(/\d+$/, '1') })],
  ['the same host over TLS', () => ({ origin: harness.lime.url.replace('http:', 'https:') })],
  ['the origin of the service itself', () => ({ origin: harness.origin })],
  ['an empty origin', () => ({ origin: '' })],
])('%s commands nothing with the cookie', async (_from, headers) => {
  const { limeId, actionPublicId } = harness.addInvoice();
  const { status, body } = await withCookie(headers()).run('dispute', limeId);
  expect([status, body.code]).toEqual([403, 'cross-origin']);
  expect(isDisputed(actionPublicId)).toBe(false);
});

test('an administrator is not made to stop the processing by another site', async () => {
  const { status, body } = await withCookie({ origin: 'https://evil.example' }, 'admin').post(
    'admin/pause',
    '{"why":"forged"}',
  );
  expect([status, body.code]).toEqual([403, 'cross-origin']);
});

test('a forged command takes nothing from what its victim may ask for', async () => {
  const cookie = harness.lime.cookies('user');
  const forged = new Caller(harness.url, { cookie, origin: 'https://evil.example' });
  const { limeId } = harness.addInvoice();
  await Promise.all(Array.from({ length: 200 }, () => forged.run('dispute', limeId)));
  expect((await new Caller(harness.url, { cookie }).status(limeId)).status).toBe(200);
});

test.each(['PUT', 'PATCH', 'DELETE'])('%s with a cookie is 405 and does nothing', async (method) => {
  const { limeId, actionPublicId } = harness.addInvoice();
  for (const headers of [{ origin: harness.lime.url }, { origin: 'https://evil.example' }]) {
    const { status, body } = await withCookie(headers).send(method, `invoices/${limeId}/dispute`);
    expect([status, body.code]).toEqual([405, 'method-not-allowed']);
  }
  expect(isDisputed(actionPublicId)).toBe(false);
});

test('no other site is ever told that it may read or ask', async () => {
  const origin = 'https://evil.example';
  const { limeId } = harness.addInvoice();
  const read = await withCookie({ origin }).status(limeId);
  const preflight = await withCookie({ origin, 'access-control-request-method': 'POST' }).send(
    'OPTIONS',
    `invoices/${limeId}/dispute`,
  );
  expect(preflight.status).toBe(405);
  for (const { headers } of [read, preflight])
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
});
