import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { holdDatabase } from '../support/hold-database.ts';
import { envelopeOf, inbox as eventsIn, type InboxRow } from '../support/inbox.ts';
import { type Harness, startHarness, webhookKey } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const post = (body: string, headers: Record<string, string> = { 'x-api-key': webhookKey }) =>
  fetch(`${harness.url}/billecta-webhook-receiver`, { method: 'POST', body, headers });

const inbox = (where: Partial<InboxRow>) => eventsIn(harness, where);

const stateOf = async (id: string) => (await inbox({ id: Number(id) }))[0]?.state;

describe('what Billecta tells is seen in Lime', () => {
  test('a payment makes the invoice paid', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    const user = harness.as('user');
    expect((await user.status(limeId)).body.stage).toBe('sent');
    harness.billecta.registerPayment(actionPublicId);
    await eventually(async () => {
      const [status] = (await user.statuses([limeId])).body;
      expect(status).toMatchObject({
        stage: 'paid',
        amounts: { current: 0, paid: 125_000 },
        source: 'verified',
      });
    });
    await eventually(async () => {
      expect((await inbox({ subject: actionPublicId })).map(({ event, state }) => [event, state])).toEqual([
        ['InvoicePaymentReceived', 'applied'],
        ['InvoiceActionStateChanged', expect.stringMatching(/applied|superseded/)],
      ]);
    });
  });

  test('an attested draft is attested', async () => {
    const { limeId, actionPublicId } = harness.addInvoice({ stage: 'Created' });
    const user = harness.as('user');
    expect((await user.status(limeId)).body.stage).toBe('draft');
    harness.billecta.attest(actionPublicId);
    await eventually(async () => {
      expect((await user.statuses([limeId])).body[0]?.stage).not.toBe('draft');
    });
  });

  test('an invoice that nobody has looked at is known when somebody does, and linked to Lime', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    harness.billecta.sendReminder(actionPublicId);
    await eventually(async () => {
      const rows = await harness.store.db
        .selectFrom('invoice')
        .select('lime_id')
        .where('action_public_id', '=', actionPublicId)
        .execute();
      expect(rows.map((row) => Number(row.lime_id))).toEqual([limeId]);
    });
    const calls = harness.billecta.calls.length;
    expect((await harness.as('user').statuses([limeId])).body[0]?.stage).toBe('reminded');
    expect(harness.billecta.calls).toHaveLength(calls);
  });

  test('webhooks out of order end in the state of Billecta', async () => {
    const { limeId, actionPublicId } = harness.addInvoice({ dueInDays: -5 });
    harness.billecta.fault({ kind: 'reordered', times: 2 });
    harness.billecta.sendReminder(actionPublicId);
    harness.billecta.registerPayment(actionPublicId);
    await harness.billecta.idle();
    await eventually(async () => {
      expect((await harness.as('user').statuses([limeId])).body[0]?.stage).toBe('paid');
    });
  });

  test('a late copy of an old state never takes the status back', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    const before = harness.billecta.invoice(actionPublicId);
    await harness.as('user').run('dispute', limeId);
    const answer = await post(JSON.stringify({ Event: 'InvoiceActionStateChanged', Data: before }));
    const { id } = (await answer.json()) as { id: string };
    await eventually(async () => expect(await stateOf(id)).toBe('superseded'));
    expect((await harness.as('user').statuses([limeId])).body[0]?.disputed).not.toBeNull();
  });

  test('a forged webhook does not survive', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    await harness.as('user').status(limeId);
    const truth = harness.billecta.invoice(actionPublicId);
    const forged = {
      ...truth,
      State: { ...truth.State, Stage: 'Completed' },
      Events: [...(truth.Events ?? []), { ...truth.Events?.[0], EventPublicId: 'forged', HasOccured: true }],
    };
    const answer = await post(JSON.stringify({ Event: 'InvoiceActionStateChanged', Data: forged }));
    const { id } = (await answer.json()) as { id: string };
    await eventually(async () => expect(await stateOf(id)).toBe('applied'));
    await eventually(async () => {
      expect((await harness.as('user').statuses([limeId])).body[0]).toMatchObject({
        stage: 'sent',
        source: 'verified',
      });
    });
  });
});

describe('the receiver', () => {
  test('stores before it answers, and answers with the id', async () => {
    const answer = await post(JSON.stringify({ Event: 'DebtorUpdated', Data: { DebtorPublicId: 'd-1' } }));
    expect(answer.status).toBe(200);
    const { id } = (await answer.json()) as { id: string };
    expect(await inbox({ id: Number(id) })).toMatchObject([{ event: 'DebtorUpdated', subject: 'd-1' }]);
  });

  test('takes every valid key, so that keys can be rotated', async () => {
    expect(
      (await post('{"Event":"DailyNotification"}', { 'x-api-key': 'some-older-key-of-the-tests' })).status,
    ).toBe(200);
  });

  test.each([
    ['no key', {}],
    ['a wrong key', { 'x-api-key': 'wrong' }],
    ['a key with something after it', { 'x-api-key': `${webhookKey}x` }],
  ])('refuses %s and stores nothing', async (_what, headers) => {
    const before = (await inbox({})).length;
    const answer = await post(
      '{"Event":"DailyNotification","Data":{"a":1}}',
      headers as Record<string, string>,
    );
    expect(answer.status).toBe(401);
    expect(await inbox({})).toHaveLength(before);
  });

  test.each([
    ['no JSON', 'hello', 400],
    ['an empty body', '', 400],
    ['a text', '"1234567890"', 400],
    ['a list', '[]', 400],
    ['null', 'null', 400],
    ['more than 1 MiB', `{"a":"${'x'.repeat(1024 * 1024)}"}`, 413],
  ])('refuses %s and stores nothing', async (_what, body, status) => {
    const before = (await inbox({})).length;
    expect((await post(body)).status).toBe(status);
    expect(await inbox({})).toHaveLength(before);
  });

  test('counts a chunked body, which declares no size', async () => {
    const status = await chunked(`{"a":"${'x'.repeat(1_100 * 1024)}"}`);
    expect(status).toBe(413);
    expect(await chunked('{"Event":"DailyNotification","Data":{"chunked":true}}')).toBe(200);
  });

  test('stores nothing of a body that is cut short, and tells so as the sender’s doing', async () => {
    const before = (await inbox({})).length;
    const outgoing = request(`${harness.url}/billecta-webhook-receiver`, {
      method: 'POST',
      headers: { 'x-api-key': webhookKey, 'content-length': '5000' },
    });
    outgoing.on('error', () => undefined);
    await new Promise<void>((sent) => outgoing.write('{"Event":"DailyNotification"', () => sent()));
    outgoing.destroy();
    const line = await eventually(async () => {
      const found = harness.log.find((each) => each.includes('The connection ended before the body did.'));
      expect(found).toBeDefined();
      return JSON.parse(found ?? '');
    });
    expect(line).toMatchObject({ level: 30, status: 400, code: 'invalid-request' });
    expect(await inbox({})).toHaveLength(before);
  });

  test('acknowledges an event that is not ours, and keeps it as ignored', async () => {
    const answer = await post('{"Event":"DailyNotification","Data":{"b":2}}');
    const { id } = (await answer.json()) as { id: string };
    expect(answer.status).toBe(200);
    expect(await stateOf(id)).toBe('ignored');
  });

  test('keeps what it cannot read', async () => {
    const answer = await post('{"Event":"InvoiceActionAttested","Data":{"odd":true}}');
    const { id } = (await answer.json()) as { id: string };
    expect(answer.status).toBe(200);
    await eventually(async () => expect(await stateOf(id)).toBe('unreadable'));
  });

  test('stores the same delivery once', async () => {
    const body = JSON.stringify(envelopeOf('DebtorUpdated', { DebtorPublicId: 'd-2' }));
    const answers = await Promise.all([post(body), post(body), post(body)]);
    const ids = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { id: string }).id),
    );
    expect(new Set(ids).size).toBe(1);
    expect(await inbox({ subject: 'd-2' })).toMatchObject([{ duplicates: 2 }]);
  });

  test('a debtor that changes A, B, A is three events, and a repetition of one is none', async () => {
    const about = (name: string) =>
      JSON.stringify(envelopeOf('DebtorUpdated', { DebtorPublicId: 'd-3', name }));
    const first = about('A');
    for (const body of [first, first, about('B'), about('A')]) expect((await post(body)).status).toBe(200);
    expect((await inbox({ subject: 'd-3' })).map(({ duplicates }) => duplicates)).toEqual([1, 0, 0]);
  });

  test('answers 503 with Retry-After while the database is held, and takes the event when it is sent again', async () => {
    const { actionPublicId } = harness.addInvoice();
    const release = await holdDatabase(harness.store);
    const refused = await post('{"Event":"DailyNotification","Data":{"c":3}}');
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(((await refused.json()) as { code: string }).code).toBe('storage-unavailable');

    harness.billecta.registerPayment(actionPublicId);
    await eventually(() => expect(harness.billecta.deliveries.at(-1)).toBeDefined());
    await release();
    await harness.billecta.idle();
    await eventually(async () =>
      expect((await inbox({ subject: actionPublicId, state: 'applied' })).length).toBeGreaterThan(0),
    );
  });

  test('what was acknowledged before a restart is applied after it', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    harness.billecta.registerPayment(actionPublicId);
    await harness.billecta.idle();
    await harness.restart();
    await eventually(async () => {
      expect((await harness.as('user').statuses([limeId])).body[0]?.stage).toBe('paid');
    });
  });
});

test('no key, credential or cookie is ever logged', async () => {
  await fetch(`${harness.url}/invoices/1`, {
    method: 'GET',
    headers: { cookie: harness.lime.cookies('user') },
  });
  const logged = harness.log.join('\n');
  expect(logged.length).toBeGreaterThan(1000);
  const secrets = [
    webhookKey,
    ...Object.values(harness.lime.keys),
    harness.billecta.authorization.split(' ')[1] ?? '',
    harness.lime.cookies('user').split('=')[1] ?? '',
  ];
  for (const secret of secrets) expect(logged).not.toContain(secret);
});

/** Sends a body in chunks, without a Content-Length. */
function chunked(body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const outgoing = request(`${harness.url}/billecta-webhook-receiver`, {
      method: 'POST',
      headers: { 'x-api-key': webhookKey, 'transfer-encoding': 'chunked' },
    });
    outgoing.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}
