import { describe, expect, test } from 'vitest';
import type { Credential } from '../../../bff/services/ports/lime.ts';
import { scriptedLime } from './scripted-lime.ts';
import { patient } from './start-lime.ts';

const anna: Credential = { kind: 'api-key', value: 'anna' };

describe('what Lime answers instead of an invoice is told as what it is', () => {
  test.each([
    [400, 'invalid-request', 'does not understand'],
    [401, 'unauthenticated', 'Log in to Lime'],
    [403, 'forbidden', 'does not allow'],
    [404, 'not-found', 'may not be seen'],
    [409, 'lime-refused', 'it may have been changed meanwhile'],
    [410, 'not-found', 'has been removed'],
    [418, 'lime-refused', 'does not take this call (418)'],
    [422, 'invalid-request', 'does not understand'],
    [301, 'lime-unreadable', 'LIME_URL'],
    [302, 'lime-unreadable', 'LIME_URL'],
    [204, 'lime-unreadable', '204'],
    [500, 'lime-failed', '500'],
  ])('%i: %s', async (status, code, words) => {
    const { client } = await scriptedLime(() => ({
      status,
      headers: { location: 'https://elsewhere.example/' },
    }));
    await expect(client.readInvoice(anna, 7, patient())).rejects.toMatchObject({
      code,
      message: expect.stringContaining(words),
    });
  });

  test.each([['<html>log in</html>'], [''], ['[]'], ['{"id":7}'], ['{"_id":0}'], ['{"_id":"seven"}']])(
    '%s cannot be read, and is asked for once, and Lime is not left alone',
    async (body) => {
      const { client, http, asked } = await scriptedLime(() => ({ body }));
      for (let time = 0; time < 6; time += 1)
        await expect(client.readInvoice(anna, 7, patient())).rejects.toMatchObject({
          code: 'lime-unreadable',
        });
      expect(asked).toHaveLength(6);
      expect(http.isAvailable()).toBe(true);
    },
  );

  test('a redirect is not followed, so that no key goes elsewhere', async () => {
    const elsewhere = await scriptedLime(() => ({ body: { _id: 7 } }));
    const { client } = await scriptedLime(() => ({ status: 307, headers: { location: elsewhere.url } }));
    await expect(client.readInvoice(anna, 7, patient())).rejects.toMatchObject({ code: 'lime-unreadable' });
    expect(elsewhere.asked).toEqual([]);
  });
});

test('an id that comes as text is the id', async () => {
  const { client } = await scriptedLime(() => ({ body: { _id: '7', actionpublicid: 'a' } }));
  expect(await client.readInvoice(anna, 7, patient())).toEqual({ limeId: 7, actionPublicId: 'a' });
});

test('a wait that Lime tells as a date is kept, and no longer than five minutes', async () => {
  const next = new Date(Date.now() + 60 * 60 * 1000).toUTCString();
  const { client } = await scriptedLime(() => ({ status: 429, headers: { 'retry-after': next } }));
  await expect(client.readInvoice(anna, 7, patient())).rejects.toMatchObject({
    code: 'lime-rate-limited',
    retryAfter: 300,
  });
});

test.each(['.', '..', 'a/b', '\u00e5'.repeat(4_000)])(
  'an invoice whose id at Billecta cannot be one is not synced',
  async (odd) => {
    const { client } = await scriptedLime(() => ({ body: { _id: 7, actionpublicid: odd } }));
    const read = client.readInvoice({ kind: 'api-key', value: 'a' }, 7, new AbortController().signal);
    expect(await read).toMatchObject({ limeId: 7, actionPublicId: null });
  },
);
