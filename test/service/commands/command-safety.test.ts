import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import { auditOf } from '../support/audit.ts';
import { eventually } from '../support/eventually.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());
beforeEach(() => harness.billecta.clearFaults());

const callsOf = (operation: CommandName, actionPublicId: string) =>
  harness.billecta.calls.filter((call) => call.operation === operation && call.path.includes(actionPublicId));

const truth = (actionPublicId: string) => {
  const { State } = harness.billecta.invoice(actionPublicId);
  return { disputed: State?.DisputedDate !== null, paused: State?.IsPaused === true };
};

const badge = ({ disputed, paused }: InvoiceStatus) => ({
  disputed: disputed !== null,
  paused: paused !== null,
});

/** As a process leaves a command that dies with it, a minute ago. */
async function leaveInHand(
  command: CommandName,
  { limeId, actionPublicId }: { limeId: number; actionPublicId: string },
  other: { state?: 'unknown'; requested_at?: string } = {},
): Promise<void> {
  await harness.store.db
    .insertInto('command')
    .values({
      id: `of-the-dead-${actionPublicId}`,
      lime_database: harness.lime.database,
      lime_id: limeId,
      action_public_id: actionPublicId,
      command,
      requested_by: 'api-key:dead',
      origin: 'api',
      until: null,
      reason: null,
      comment: null,
      state: 'requested',
      requested_at: new Date(Date.now() - 60_000).toISOString(),
      finished_at: null,
      outcome: null,
      ...other,
    })
    .execute();
}

/** Waits until the badge says what is true in Billecta and nothing is under way, letting the time pass until the next read. */
async function settled(limeId: number, actionPublicId: string): Promise<InvoiceStatus> {
  let status: InvoiceStatus | undefined;
  await eventually(async () => {
    await harness.store.db
      .updateTable('invoice')
      .set({ read_due_at: new Date().toISOString() })
      .where('action_public_id', '=', actionPublicId)
      .where('read_due_at', 'is not', null)
      .execute();
    [status] = (await harness.as('user').statuses([limeId])).body;
    expect(status?.pendingCommand).toBeNull();
    expect(status && badge(status)).toEqual(truth(actionPublicId));
  });
  return status as InvoiceStatus;
}

test('a command leaves one trail: who, from where, why, and each state that it came to', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  await harness.as('user').run('dispute', limeId, { reason: 'wrong-amount', comment: 'Fel timpris' });
  expect(await auditOf(harness, actionPublicId)).toEqual(['dispute: requested accepted confirmed']);
  const [row] = await harness.store.db
    .selectFrom('command')
    .selectAll()
    .where('action_public_id', '=', actionPublicId)
    .execute();
  expect(row).toMatchObject({
    requested_by: expect.stringMatching(/^api-key:[0-9a-f]{12}$/),
    origin: 'api',
    reason: 'wrong-amount',
    comment: 'Fel timpris',
    state: 'confirmed',
  });
});

test('dispute racing pause ends in what is true in Billecta, each sent once', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  const answers = await Promise.all([
    harness.as('user').run('dispute', limeId),
    harness.as('admin').run('pause', limeId),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(badge(await settled(limeId, actionPublicId))).toEqual({ disputed: true, paused: true });
  expect(callsOf('dispute', actionPublicId)).toHaveLength(1);
  expect(callsOf('pause', actionPublicId)).toHaveLength(1);
});

test('two processes that share the database send one call', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  const other = await harness.startAnother();
  harness.billecta.fault({ kind: 'slow', ms: 1_500, operation: 'dispute', times: 1 });
  const answers = await Promise.all([
    harness.as('user').run('dispute', limeId),
    other.as('user').run('dispute', limeId),
    harness.as('admin').run('dispute', limeId),
    other.as('admin').run('dispute', limeId),
  ]);
  await other.close();
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(answers.filter(({ body }) => body.command.changed)).toHaveLength(1);
  expect(callsOf('dispute', actionPublicId)).toHaveLength(1);
  expect(await auditOf(harness, actionPublicId)).toEqual(['dispute: requested accepted confirmed']);
  const reads = harness.billecta.calls.filter(
    ({ operation, path }) => operation === 'invoice' && path.includes(actionPublicId),
  );
  expect(reads.length).toBeLessThan(12);
});

test('an invoice that another process is restarting is not said to be as asked', async () => {
  const { limeId, actionPublicId } = harness.addInvoice();
  await harness.as('user').run('dispute', limeId);
  const other = await harness.startAnother();
  harness.billecta.fault({ kind: 'slow', ms: 1_500, operation: 'cancel-dispute', times: 1 });
  const cancelled = other.as('user').run('cancel-dispute', limeId);
  await eventually(async () =>
    expect((await auditOf(harness, actionPublicId)).at(-1)).toBe('cancel-dispute: requested'),
  );
  const again = await harness.as('admin').run('dispute', limeId);
  expect((await cancelled).status).toBe(200);
  await other.close();
  expect([again.status, again.body.command?.changed]).toEqual([200, true]);
  expect(badge(await settled(limeId, actionPublicId))).toEqual({ disputed: true, paused: false });
});

test('while the opposite command may still be carried out, an invoice that is as asked is not said to stay so', async () => {
  const invoice = harness.addInvoice();
  await harness.as('user').run('dispute', invoice.limeId);
  await leaveInHand('cancel-dispute', invoice, { state: 'unknown', requested_at: new Date().toISOString() });
  const early = await harness.as('admin').run('dispute', invoice.limeId);
  expect([early.status, early.body.code]).toEqual([504, 'billecta-timeout']);
  harness.billecta.inPortal('cancel-dispute', invoice.actionPublicId);
  const late = await harness.as('admin').run('dispute', invoice.limeId);
  expect([late.status, late.body.command?.changed]).toEqual([200, true]);
  expect(badge(await settled(invoice.limeId, invoice.actionPublicId))).toEqual({
    disputed: true,
    paused: false,
  });
});

describe('whatever happens on the way, the badge ends with the truth and there is one trail', () => {
  test('the answer is lost after Billecta acted', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    harness.billecta.fault({ kind: 'lostAnswer', operation: 'dispute', times: 1 });
    const { status, body } = await harness.as('user').run('dispute', limeId);
    expect([status, body.command.state]).toEqual([200, 'confirmed']);
    expect(badge(await settled(limeId, actionPublicId))).toEqual({ disputed: true, paused: false });
    expect(await auditOf(harness, actionPublicId)).toEqual(['dispute: requested unknown confirmed']);
    expect(callsOf('dispute', actionPublicId)).toHaveLength(1);
  });

  test('Billecta acts, but answers too late', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    await harness.as('user').status(limeId);
    const end = harness.billecta.fault({ kind: 'slow', ms: 9_500, operation: 'pause', times: 1 });
    const { status, body } = await harness.as('user').run('pause', limeId);
    expect([status, body.code, body.outcome]).toEqual([504, 'billecta-timeout', 'unknown']);
    end();
    await eventually(async () => expect(truth(actionPublicId).paused).toBe(true));
    expect(badge(await settled(limeId, actionPublicId))).toEqual({ disputed: false, paused: true });
    expect(await auditOf(harness, actionPublicId)).toEqual(['pause: requested unknown confirmed']);
    expect(callsOf('pause', actionPublicId)).toHaveLength(1);
  });

  test('Billecta answers nothing but 429: nothing is sent twice, and it works when it is over', async () => {
    const own = await startHarness();
    const { limeId, actionPublicId } = own.addInvoice();
    await own.as('user').status(limeId);
    const end = own.billecta.fault({ kind: 'tooManyRequests', retryAfterSeconds: 1 });
    const { status, body, headers } = await own.as('user').run('dispute', limeId);
    expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'billecta-rate-limited', '1']);
    const calls = own.billecta.calls.length;
    const others = await Promise.all([1, 2, 3].map(() => own.as('user').status(own.addInvoice().limeId)));
    end();
    expect(others.every((reply) => reply.status === 200 || reply.body.code === 'billecta-rate-limited')).toBe(
      true,
    );
    expect(own.billecta.calls.length - calls).toBeLessThanOrEqual(6);
    await eventually(async () => {
      expect((await own.as('user').run('dispute', limeId)).status).toBe(200);
    });
    const trails = await auditOf(own, actionPublicId);
    expect(trails.at(-1)).toBe('dispute: requested accepted confirmed');
    expect(trails.slice(0, -1).every((trail) => trail === 'dispute: requested failed')).toBe(true);
    await own.close();
  });

  test('Billecta is gone for half an hour after it took the command', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    await harness.as('user').status(limeId);
    const end = harness.billecta.fault({ kind: 'outage', how: 'cut', operation: 'invoice' });
    const { status, body } = await harness.as('user').run('dispute', limeId);
    expect([status, body.command.state]).toEqual([200, 'accepted']);
    const [meanwhile] = (await harness.as('user').statuses([limeId])).body;
    expect(meanwhile?.pendingCommand).toMatchObject({ name: 'dispute', state: 'accepted' });
    await harness.store.db
      .updateTable('command')
      .set({ requested_at: new Date(Date.now() - 30 * 60_000).toISOString() })
      .where('action_public_id', '=', actionPublicId)
      .execute();
    end();
    expect(badge(await settled(limeId, actionPublicId))).toEqual({ disputed: true, paused: false });
    expect(await auditOf(harness, actionPublicId)).toEqual(['dispute: requested accepted confirmed']);
  });

  test('the service is stopped in the middle, and started again', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    await harness.as('user').status(limeId);
    harness.billecta.fault({ kind: 'lostAnswer', operation: 'pause', times: 1 });
    const end = harness.billecta.fault({ kind: 'outage', how: 'cut', operation: 'invoice' });
    expect((await harness.as('user').run('pause', limeId)).body.outcome).toBe('unknown');
    await harness.restart();
    end();
    expect(badge(await settled(limeId, actionPublicId))).toEqual({ disputed: false, paused: true });
    expect(await auditOf(harness, actionPublicId)).toEqual(['pause: requested unknown confirmed']);
  });

  test('a command of a process that died is settled though nobody does anything about the invoice', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    await harness.as('user').status(limeId);
    harness.billecta.inPortal('pause', actionPublicId);
    await leaveInHand('pause', { limeId, actionPublicId });
    await eventually(async () => {
      expect(await auditOf(harness, actionPublicId)).toEqual(['pause: requested confirmed']);
    });
  });

  test('a command of a process that died holds up the next one only until it is settled', async () => {
    const { limeId, actionPublicId } = harness.addInvoice();
    await harness.as('user').status(limeId);
    await leaveInHand('pause', { limeId, actionPublicId });
    const { status } = await harness.as('user').run('dispute', limeId);
    expect(status).toBe(200);
    expect(badge(await settled(limeId, actionPublicId))).toEqual({ disputed: true, paused: false });
    expect(callsOf('pause', actionPublicId)).toHaveLength(0);
  });
});
