import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { type Harness, startHarness } from '../support/start.ts';
import { statusesOf, type Told } from '../support/stream.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

test('one invoice: stage, flags, amounts in minor units, days, and what may be done', async () => {
  const { limeId } = harness.addInvoice({
    stage: 'ReminderInvoiceSent',
    dueInDays: -20,
    amountMinor: 1_999_050,
    paidMinor: 50,
  });
  const { body } = await harness.as('user').status(limeId);
  expect(body).toMatchObject({
    limeId,
    stage: 'reminded',
    disputed: null,
    paused: null,
    overdue: 20,
    amounts: { currency: 'SEK', invoiced: 1_999_050, paid: 50, current: 1_999_000 },
    dueDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    nextEvent: {
      text: expect.any(String),
      date: expect.any(String),
      type: 'WillBeSentToDebtCollection',
    },
    allowed: { dispute: { ok: true }, pause: { ok: true }, resume: { ok: false, reason: 'not-paused' } },
    source: 'verified',
  });
  expect(Date.parse(body.asOf ?? '')).toBeGreaterThan(Date.now() - 60_000);
});

test('a table is answered at once, from what is held; the rest is read in the background', async () => {
  const known = harness.addInvoice({ disputed: true });
  const unknown = harness.addInvoice({ paused: true });
  const unsynced = harness.lime.addInvoice({
    invoiceNumber: '3',
    debtor: 'A',
    amount: 1,
    dueDate: '2026-12-01',
  });
  const user = harness.as('user');
  await user.status(known.limeId);
  const ids = [unsynced, unknown.limeId, known.limeId, 999_999];
  const end = harness.billecta.fault({ kind: 'slow', ms: 1_000, operation: 'invoice' });
  const first = (await user.statuses(ids)).body;
  expect(first.map((status) => [status.limeId, status.asOf === null])).toEqual([
    [unsynced, true],
    [unknown.limeId, true],
    [known.limeId, false],
  ]);
  expect(first[1]?.allowed.dispute).toEqual({ ok: false, reason: 'not-known-yet' });
  end();
  await eventually(async () => {
    expect((await user.statuses(ids)).body[1]?.paused).not.toBeNull();
  });
});

test('two hundred rows cost Lime one call', async () => {
  const ids = Array.from({ length: 200 }, () =>
    harness.lime.addInvoice({ invoiceNumber: 'x', debtor: 'A', amount: 1, dueDate: '2026-12-01' }),
  );
  const calls = () => harness.lime.calls.filter(({ user }) => user === 'user').length;
  const before = calls();
  expect((await harness.as('user').statuses(ids)).body).toHaveLength(200);
  expect(calls() - before).toBe(1);
});

test.each([
  ['no ids', ''],
  ['something that is no id', '1,x'],
  ['more than 200 ids', Array.from({ length: 201 }, (_, index) => index + 1).join()],
])('%s: refused', async (_what, ids) => {
  const reply = await harness.as('user').get(`invoices?ids=${ids}`);
  expect([reply.status, reply.body.code]).toEqual([400, 'invalid-request']);
});

test('while Billecta is away, what we hold is told with its age', async () => {
  const known = harness.addInvoice({ disputed: true });
  const never = harness.addInvoice();
  await harness.as('user').status(known.limeId);
  const old = '2026-01-01T12:00:00.000Z';
  await harness.store.db
    .updateTable('invoice')
    .set({ as_of: old })
    .where('action_public_id', '=', known.actionPublicId)
    .execute();

  const end = harness.billecta.fault({ kind: 'outage', how: 'status' });
  const { status, body } = await harness.as('user').status(known.limeId);
  expect(status).toBe(200);
  expect(body).toMatchObject({ asOf: old, disputed: { since: expect.any(String) } });
  expect((await harness.as('user').status(never.limeId)).body.code).toBe('billecta-failed');
  end();
  await eventually(async () => {
    expect((await harness.as('user').statuses([known.limeId])).body[0]?.asOf).not.toBe(old);
  });
});

test('open pages are told: first what is, then what becomes', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  await harness.as('user').status(limeId);
  const stream = await fetch(`${harness.url}/live?ids=${limeId}`, {
    headers: { 'x-api-key': harness.lime.keys.user },
  });
  expect(stream.headers.get('content-type')).toContain('text/event-stream');
  const told = statusesOf(stream);
  expect((await told.next()).value).toMatchObject({ limeId, stage: 'sent', disputed: null });

  await harness.as('user').run('dispute', limeId);
  await until(told, (status) => status.disputed !== null && status.pendingCommand === null);

  harness.billecta.registerPayment(actionPublicId);
  await until(told, (status) => status.stage === 'paid');
  await told.return(undefined);
});

test('a page hears nothing of an invoice that its user may not see', async () => {
  const actionPublicId = harness.billecta.addInvoice();
  const seed = { invoiceNumber: '9', actionPublicId, debtor: 'B', amount: 1, dueDate: '2026-12-01' };
  const hidden = harness.lime.addInvoice({ ...seed, hiddenFrom: ['reader'] });
  const { limeId } = harness.addInvoice();
  const stream = await fetch(`${harness.url}/live?ids=${hidden},${limeId}`, {
    headers: { 'x-api-key': harness.lime.keys.reader },
  });
  const told = statusesOf(stream);
  expect((await told.next()).value?.limeId).toBe(limeId);
  await harness.as('user').run('dispute', hidden);
  await harness.as('user').run('dispute', limeId);
  const heard = await until(told, (status) => status.disputed !== null);
  expect(heard.every((status) => status.limeId === limeId)).toBe(true);
  await told.return(undefined);
});

async function until(
  told: AsyncGenerator<Told, void, undefined>,
  done: (status: Told) => boolean,
): Promise<Told[]> {
  const heard: Told[] = [];
  for (;;) {
    const { value } = await told.next();
    if (!value) throw new Error('The stream ended');
    heard.push(value);
    if (done(value)) return heard;
  }
}
