import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { type Harness, startHarness, webhookKey } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ environment: { WEBHOOK_KEY_HEADER: 'X-Billecta-Key' } });
});
afterAll(() => harness.close());

const post = (body: string, headers: Record<string, string>) =>
  fetch(`${harness.url}/billecta-webhook-receiver`, { method: 'POST', body, headers });

const turnedAway = () => harness.store.db.selectFrom('rejected_request').selectAll().orderBy('id').execute();

test('the key comes in the header that is configured', async () => {
  expect((await post('{"Event":"DailyNotification"}', { 'x-billecta-key': webhookKey })).status).toBe(200);
  expect((await post('{"Event":"DailyNotification"}', { 'x-api-key': webhookKey })).status).toBe(401);
});

test('each key is noted with when it was last used', async () => {
  await post('{"Event":"DailyNotification","Data":1}', { 'x-billecta-key': 'some-older-key-of-the-tests' });
  await eventually(async () => {
    const keys = await harness.store.db.selectFrom('webhook_key').selectAll().orderBy('name').execute();
    expect(keys.map(({ name }) => name)).toEqual(['old', 'test']);
    for (const { last_used_at } of keys)
      expect(Date.parse(last_used_at)).toBeGreaterThan(Date.now() - 60_000);
  });
});

test('who was turned away is noted, and why, without secrets, with the beginning of the body', async () => {
  const long = `{"a":"${'x'.repeat(1_100 * 1024)}"}`;
  const headers = { 'x-billecta-key': webhookKey, authorization: 'Basic c2VjcmV0', cookie: 'session=secret' };
  await post('{"from":"a stranger"}', { 'x-billecta-key': 'wrong-and-secret', 'user-agent': 'stranger/1.0' });
  await post('not json', headers);
  await post('[1]', headers);
  await post(long, headers);
  await eventually(async () => {
    const rows = (await turnedAway()).slice(-4);
    expect(rows.map(({ reason }) => reason).sort()).toEqual([
      'invalid-request',
      'not-json',
      'too-large',
      'unauthenticated',
    ]);
    const stranger = rows.find(({ reason }) => reason === 'unauthenticated');
    expect(stranger?.body).toBe('{"from":"a stranger"}');
    expect(JSON.parse(stranger?.headers ?? '')).toMatchObject({
      'user-agent': 'stranger/1.0',
      'x-billecta-key': '(not kept)',
    });
    expect(rows.find(({ reason }) => reason === 'too-large')?.body).toHaveLength(4 * 1024);
    for (const secret of ['secret', webhookKey, 'c2VjcmV0'])
      expect(JSON.stringify(rows)).not.toContain(secret);
  });
});

test('only the newest thousand are kept', async () => {
  const old = {
    lime_database: harness.lime.database,
    at: '2026-01-01T00:00:00.000Z',
    reason: 'old',
    headers: '{}',
    body: '',
  };
  await harness.store.db.insertInto('rejected_request').values(Array(1_200).fill(old)).execute();
  await post('newest', { 'x-billecta-key': webhookKey });
  await eventually(async () => {
    const rows = await turnedAway();
    expect(rows).toHaveLength(1_000);
    expect(rows.at(-1)?.body).toBe('newest');
  });
});
