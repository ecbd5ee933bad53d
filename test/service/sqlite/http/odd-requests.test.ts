import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Caller } from '../../support/caller.ts';
import { eventually } from '../../support/eventually.ts';
import { type Harness, startHarness, webhookKey } from '../../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ environment: { WEBHOOK_BODY_LIMIT_KIB: '512' } });
});
afterAll(() => harness.close());

const webhook = (path: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${harness.url}/${path}`, { method: 'POST', body, headers: { 'x-api-key': webhookKey, ...headers } });

const turnedAway = async () =>
  (await harness.store.db.selectFrom('rejected_request').selectAll().orderBy('id').execute()).map(
    ({ headers, ...row }) => ({ ...row, headers: JSON.parse(headers) as Record<string, string> }),
  );

test.each(['invoices/1?Limetype=debtor', 'invoices/1?limetype[]=debtor', 'invoices?ids=1&id=2', 'tasks?x=1'])(
  'a query that is not in the contract is refused: %s',
  async (path) => {
    const { status, body } = await harness.as('user').get(path);
    expect([status, body.code]).toEqual([400, 'invalid-request']);
  },
);

test('JSON that is nested ten thousand levels deep is no error of ours', async () => {
  const before = errors().length;
  const deep = (open: string, close: string) => open.repeat(3_000) + close.repeat(3_000);
  const filter = `{"command":"pause","filter":{"op":"AND","exp":${deep('[', ']')}}}`;
  const { status, body } = await harness.as('user').post('tasks/count', filter);
  expect([status, body.code]).toEqual([400, 'invalid-request']);
  // Braces in a text are no levels.
  const comment = JSON.stringify({ comment: '{"[\\'.repeat(100) });
  const { limeId } = harness.addInvoice();
  expect((await harness.as('user').post(`invoices/${limeId}/dispute`, comment)).status).toBe(200);
  expect(errors()).toHaveLength(before);
});

test('a webhook that is nested as deep is kept or refused, and no error of ours', async () => {
  const before = errors().length;
  const body = `{"Event":"DailyNotification","Data":${'['.repeat(100_000)}${']'.repeat(100_000)}}`;
  expect((await webhook('billecta-webhook-receiver', body)).status).toBeLessThan(500);
  expect(errors()).toHaveLength(before);
});

test('a body that is not JSON is told, and not logged as an error of ours', async () => {
  const before = errors().length;
  const { status, body } = await harness
    .as('user')
    .post(`invoices/${harness.addInvoice().limeId}/dispute`, '{');
  expect([status, body.code]).toEqual([400, 'not-json']);
  expect(errors()).toHaveLength(before);
});

describe('the receiver of webhooks', () => {
  test('takes a slash at the end of its address', async () => {
    expect((await webhook('billecta-webhook-receiver/', '{"Event":"DailyNotification"}')).status).toBe(200);
  });

  test('a slip in its address is listed with the path, and the key goes nowhere', async () => {
    const calls = harness.lime.calls.length;
    const response = await webhook('billecta-webhook-reciever', '{"Event":"Slip"}');
    expect(response.status).toBe(404);
    await eventually(async () => {
      const row = (await turnedAway()).find(({ reason }) => reason === 'not-found');
      expect(row?.headers[':path']).toMatch(/billecta-webhook-reciever$/);
      expect(row?.body).toBe('{"Event":"Slip"}');
      expect(JSON.stringify(row)).not.toContain(webhookKey);
    });
    expect(harness.lime.calls.slice(calls).filter(({ user }) => user !== 'service')).toEqual([]);
    const page = await harness.as('admin').get('admin/rejected?reason=not-found');
    expect(page.status).toBe(200);
  });

  test('takes bodies up to what is configured, and tells the size of a larger one', async () => {
    const of = (kib: number) => `{"Event":"DailyNotification","Data":"${'x'.repeat(kib * 1024)}"}`;
    expect((await webhook('billecta-webhook-receiver', of(500))).status).toBe(200);
    expect((await webhook('billecta-webhook-receiver', of(600))).status).toBe(413);
    await eventually(async () => {
      const row = (await turnedAway()).find(({ reason }) => reason === 'too-large');
      expect(Number(row?.headers['content-length'])).toBeGreaterThan(600 * 1024);
    });
  });

  test('answers with the headers that all other answers have', async () => {
    const expected = {
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cross-origin-resource-policy': 'same-origin',
    };
    for (const key of [webhookKey, 'wrong']) {
      const answer = await webhook('billecta-webhook-receiver', '{"Event":"E"}', { 'x-api-key': key });
      expect(Object.fromEntries(answer.headers)).toMatchObject(expected);
    }
  });

  test('keeps no header that may carry a secret', async () => {
    const secrets = ['x-credential', 'x-jwt', 'x-pass', 'x-hmac', 'x-client-cert', 'x-sid', 'dpop', 'x-otp'];
    const more = ['x-forwarded-client-cert', 'cf-access-jwt-assertion', 'x-amzn-oidc-data'];
    const headers = Object.fromEntries([...secrets, ...more].map((name) => [name, 'hush-hush']));
    const kept = { 'user-agent': 'Billecta/1', 'x-request-id': 'r-1', 'x-forwarded-for': '192.0.2.7' };
    const answer = await webhook('billecta-webhook-receiver', '{"Event":"WithSecrets"}', {
      ...headers,
      ...kept,
    });
    const { id } = (await answer.json()) as { id: string };
    const stored = await harness.store.db
      .selectFrom('inbox_body')
      .select('headers')
      .where('event_id', '=', Number(id))
      .executeTakeFirstOrThrow();
    expect(stored.headers).not.toContain('hush-hush');
    expect(JSON.parse(stored.headers ?? '')).toMatchObject(kept);
  });
});

/** What the log tells as an error. */
const errors = () => harness.log.filter((line) => (JSON.parse(line) as { level: number }).level >= 50);

test('an unknown caller at an unknown path is asked about nowhere', async () => {
  expect((await new Caller(harness.url).get('nothing')).status).toBe(404);
});
