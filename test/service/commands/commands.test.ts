import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CommandName } from '../../../bff/contract/command.ts';
import { eventually } from '../support/eventually.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const callsOf = (operation: CommandName) =>
  harness.billecta.calls.filter((call) => call.operation === operation);

describe('a command', () => {
  test('dispute, cancel, pause and resume each happen in Billecta and are told as Billecta tells them', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    const user = harness.as('user');

    const disputed = await user.run('dispute', limeId, { reason: 'quality', comment: 'Trasig vid leverans' });
    expect(disputed.status).toBe(200);
    expect(disputed.body).toMatchObject({
      limeId,
      actionPublicId,
      stage: 'sent',
      source: 'command',
      disputed: { since: expect.stringMatching(/Z$/) },
      command: { name: 'dispute', state: 'confirmed', changed: true },
      allowed: { dispute: { ok: false, reason: 'already-disputed' }, 'cancel-dispute': { ok: true } },
      pendingCommand: null,
    });
    expect(harness.billecta.invoice(actionPublicId).State?.DisputedDate).not.toBeNull();

    expect((await user.run('cancel-dispute', limeId)).body.disputed).toBeNull();
    expect(harness.billecta.invoice(actionPublicId).State?.DisputedDate).toBeNull();

    expect((await user.run('pause', limeId)).body).toMatchObject({ paused: { since: expect.any(String) } });
    expect(harness.billecta.invoice(actionPublicId).State?.IsPaused).toBe(true);

    expect((await user.run('resume', limeId)).body.paused).toBeNull();
    expect(harness.billecta.invoice(actionPublicId).State?.IsPaused).toBe(false);
  });

  test('what already is so changes nothing and sends nothing', async () => {
    const { limeId } = harness.addInvoice({ disputed: true });
    const before = callsOf('dispute').length;
    const { status, body } = await harness.as('user').run('dispute', limeId);
    expect(status).toBe(200);
    expect(body.command).toEqual({
      id: null,
      name: 'dispute',
      state: 'confirmed',
      changed: false,
      endChanged: false,
      commentSent: null,
      lifted: null,
    });
    expect(callsOf('dispute')).toHaveLength(before);
  });

  test('nobody is told "already so" from an old copy: somebody changed it in Billecta a moment ago', async () => {
    const { limeId, actionPublicId } = harness.addInvoice({ disputed: true });
    await harness.as('user').status(limeId);
    harness.billecta.inPortal('cancel-dispute', actionPublicId);
    const { body } = await harness.as('user').run('dispute', limeId);
    expect(body.command).toMatchObject({ changed: true, state: 'confirmed' });
    expect(harness.billecta.invoice(actionPublicId).State?.DisputedDate).not.toBeNull();
  });

  test('two at once send one call', async () => {
    const { limeId } = harness.addInvoice();
    const before = callsOf('dispute').length;
    const answers = await Promise.all([
      harness.as('user').run('dispute', limeId),
      harness.as('admin').run('dispute', limeId),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ body }) => body.command.changed).sort()).toEqual([false, true]);
    expect(callsOf('dispute')).toHaveLength(before + 1);
  });
});

describe('a refusal', () => {
  test('an unsynced invoice is told to be so, and nothing is sent', async () => {
    const limeId = harness.lime.addInvoice({
      invoiceNumber: '1',
      debtor: 'A',
      amount: 1,
      dueDate: '2026-12-01',
    });
    const calls = harness.billecta.calls.length;
    const { status, body, headers } = await harness.as('user').run('dispute', limeId);
    expect([status, body.code]).toEqual([409, 'not-synced']);
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(body.requestId).toBe(headers.get('x-request-id'));
    expect(harness.billecta.calls).toHaveLength(calls);
    expect((await harness.as('user').status(limeId)).body).toMatchObject({
      actionPublicId: null,
      stage: 'unknown',
      allowed: { dispute: { ok: false, reason: 'not-synced' } },
    });
  });

  test.each<[string, Parameters<Harness['addInvoice']>[0], string]>([
    ['a draft', { stage: 'Created' }, 'draft'],
    ['a paid invoice', { stage: 'Completed' }, 'closed'],
    [
      'an invoice in debt collection',
      { stage: 'SentToDebtCollection', dueInDays: -60 },
      'in-debt-collection',
    ],
  ])('%s cannot be disputed, and the reason is told', async (_what, seed, reason) => {
    const { limeId } = harness.addInvoice(seed);
    const { status, body } = await harness.as('user').run('dispute', limeId);
    expect([status, body.code, body.reason]).toEqual([409, 'not-allowed', reason]);
  });

  test("Billecta's own words reach the caller, and nothing is claimed to have happened", async () => {
    const { limeId } = harness.addInvoice();
    harness.billecta.fault({
      kind: 'refuse',
      operation: 'dispute',
      message: 'Fakturan är låst för inkasso',
      times: 1,
    });
    const { status, body } = await harness.as('user').run('dispute', limeId);
    expect([status, body.code]).toEqual([409, 'billecta-refused']);
    expect(body.billectaMessage).toBe('Fakturan är låst för inkasso');
    expect((await harness.as('user').status(limeId)).body).toMatchObject({
      disputed: null,
      pendingCommand: null,
    });
  });

  test('an invoice that Billecta does not know is told as such', async () => {
    const limeId = harness.lime.addInvoice({
      invoiceNumber: '2',
      actionPublicId: '0000000000',
      debtor: 'A',
      amount: 1,
      dueDate: '2026-12-01',
    });
    const { status, body } = await harness.as('user').run('pause', limeId);
    expect([status, body.code]).toEqual([409, 'missing-in-billecta']);
  });

  test.each([
    ['an unknown property', '{"until":"2026-12-24"}', 400, 'invalid-request'],
    ['an unknown reason', '{"reason":"because"}', 400, 'invalid-request'],
    ['a comment as long as a book', JSON.stringify({ comment: 'x'.repeat(1001) }), 400, 'invalid-request'],
    ['no JSON', '{"reason":', 400, 'not-json'],
    ['a body larger than 16 KiB', JSON.stringify({ comment: 'x'.repeat(20_000) }), 413, 'too-large'],
  ])('%s is refused', async (_what, text, status, code) => {
    const { limeId } = harness.addInvoice();
    const reply = await harness.as('user').post(`invoices/${limeId}/dispute`, text);
    expect([reply.status, reply.body.code]).toEqual([status, code]);
  });

  test('a body that is not declared as JSON is refused', async () => {
    const { limeId } = harness.addInvoice();
    const reply = await harness.as('user').post(`invoices/${limeId}/dispute`, 'reason=quality', 'text/plain');
    expect([reply.status, reply.body.code]).toEqual([415, 'unsupported-media-type']);
  });

  test.each(['abc', '0', '-1', '1.5', '99999999999999999999'])('%s is no invoice id', async (id) => {
    const { status, body } = await harness.as('user').get(`invoices/${id}`);
    expect([status, body.code]).toEqual([400, 'invalid-request']);
  });
});

describe('a fault', () => {
  test('a lost answer: Billecta acted, and the caller is told so after a look', async () => {
    const { limeId } = harness.addInvoice();
    harness.billecta.fault({ kind: 'lostAnswer', operation: 'dispute', times: 1 });
    const { status, body } = await harness.as('user').run('dispute', limeId);
    expect(status).toBe(200);
    expect(body).toMatchObject({ disputed: { since: expect.any(String) }, command: { state: 'confirmed' } });
  });

  test('Billecta out of order: 502, and the invoice is as it was', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    const end = harness.billecta.fault({ kind: 'outage', how: 'cut' });
    const { status, body } = await harness.as('user').run('dispute', limeId);
    end();
    expect([status, body.code, body.outcome]).toEqual([502, 'billecta-unreachable', undefined]);
    expect(harness.billecta.invoice(actionPublicId).State?.DisputedDate).toBeNull();
  });

  test('an outage in the middle: the caller is told that nobody knows, and it is settled when Billecta is back', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    await harness.as('user').status(limeId);
    const end = harness.billecta.fault({ kind: 'outage', how: 'cut', operation: 'invoice' });
    harness.billecta.fault({ kind: 'lostAnswer', operation: 'pause', times: 1 });
    const { status, body } = await harness.as('user').run('pause', limeId);
    expect([status, body.code, body.outcome]).toEqual([502, 'billecta-unreachable', 'unknown']);
    const [told] = (await harness.as('user').statuses([limeId])).body;
    expect(told).toMatchObject({ paused: null, pendingCommand: { name: 'pause', state: 'unknown' } });
    end();
    await eventually(async () => {
      const [settled] = (await harness.as('user').statuses([limeId])).body;
      expect(settled).toMatchObject({ paused: { since: expect.any(String) }, pendingCommand: null });
    });
    expect(harness.billecta.invoice(actionPublicId).State?.IsPaused).toBe(true);
  });

  test('Billecta slow: the caller has a 504 within ten seconds', async () => {
    const { limeId } = harness.addInvoice();
    const end = harness.billecta.fault({ kind: 'slow', ms: 30_000 });
    const started = performance.now();
    const { status, body } = await harness.as('user').run('dispute', limeId);
    end();
    expect([status, body.code]).toEqual([504, 'billecta-timeout']);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('a call that Billecta does not know is told as that, not as a missing invoice', async () => {
    const other = await startHarness({
      billecta: { operations: { dispute: { method: 'POST', path: '/v1/invoice/dispute/{id}' } } },
    });
    const { limeId } = other.addInvoice();
    const { status, body } = await other.as('user').run('dispute', limeId);
    expect([status, body.code]).toEqual([502, 'billecta-operation-unconfirmed']);
    await other.close();
  });

  test('Billecta does not accept the credential: a fault of the service, told as such', async () => {
    const other = await startHarness({ authorization: `Basic ${btoa('wrong:password')}` });
    const { limeId } = other.addInvoice();
    const { status, body } = await other.as('user').run('dispute', limeId);
    expect([status, body.code]).toEqual([502, 'billecta-unauthorized']);
    await other.close();
  });
});

test.each([
  ['DisputedDate is kept after a dispute is cancelled', { disputedDateAfterCancel: 'kept' }],
  ['dates have a T', { dateTimes: 't' }],
  ['dates are local', { dateTimes: 'local' }],
  ['enums are numbers', { enums: 'numbers' }],
  ['a repeated command is accepted', { repeat: 'accept' }],
  ['commands raise InvoiceActionStateChanged', { commandsRaiseStateChanged: true }],
] as const)('the four commands work where %s', async (_what, candidate) => {
  const other = await startHarness({ billecta: candidate });
  const { limeId } = other.addInvoice();
  const user = other.as('user');
  expect((await user.run('dispute', limeId)).body.disputed).not.toBeNull();
  expect((await user.run('cancel-dispute', limeId)).body).toMatchObject({
    disputed: null,
    command: { state: 'confirmed' },
  });
  expect((await user.run('pause', limeId)).body.paused).not.toBeNull();
  expect((await user.run('resume', limeId)).body).toMatchObject({
    paused: null,
    command: { state: 'confirmed' },
  });
  await other.close();
});
