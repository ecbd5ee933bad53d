import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { deliver, stored } from '../support/inbox.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

const odd = ['..', '.', ' .. ', 'a/b', '1?x=2', '%2e%2e', 'å', '𠮷'.repeat(2_000), '4711\0', '-'.repeat(65)];

test.each(odd)('a webhook about %j is kept, and nothing is asked of Billecta for it', async (id) => {
  const calls = harness.billecta.calls.length;
  for (const [name, data] of [
    ['InvoiceActionStateChanged', { ActionPublicId: id }],
    ['DebtorUpdated', { DebtorPublicId: id }],
  ] as const)
    expect((await stored(harness, await deliver(harness, name, data))).state).toBe('unreadable');
  const { actionPublicId } = harness.addInvoice();
  const good = await deliver(harness, 'InvoiceActionStateChanged', harness.billecta.invoice(actionPublicId));
  await eventually(async () => expect((await stored(harness, good)).state).toBe('applied'));
  await eventually(() => expect(harness.billecta.calls.length).toBeGreaterThan(calls));
  const asked = harness.billecta.calls.slice(calls).map(({ path }) => path);
  expect(new Set(asked)).toEqual(new Set([`/v1/invoice/action/${actionPublicId}`]));
});

test.each(odd)(
  'an invoice in Lime with the id %j is not synced, and its neighbours are',
  async (actionPublicId) => {
    const seed = { invoiceNumber: '1', debtor: 'Skogsbacken AB', amount: 1, dueDate: '2026-12-01' };
    const bad = harness.lime.addInvoice({ ...seed, actionPublicId });
    const good = harness.addInvoice();
    await harness.as('user').status(good.limeId);
    const calls = harness.billecta.calls.length;
    const { status, body } = await harness.as('user').statuses([bad, good.limeId]);
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { actionPublicId: null },
      { actionPublicId: good.actionPublicId, stage: 'sent' },
    ]);
    for (const command of ['dispute', 'pause', 'resume', 'cancel-dispute'] as const)
      expect((await harness.as('user').run(command, bad)).body).toMatchObject({ code: 'not-synced' });
    expect(harness.billecta.calls.slice(calls)).toEqual([]);
  },
);

test('a webhook whose every field has 9,000 characters is kept, and its neighbours are applied', async () => {
  // It hardly compresses, as a database would do before it puts a text into an index.
  const long = randomBytes(6_750).toString('base64url');
  const { actionPublicId } = harness.addInvoice();
  const data = harness.billecta.invoice(actionPublicId);
  const everywhere = Object.fromEntries(Object.keys(data).map((name) => [name, long]));
  const more = { Id: long, CreditorPublicId: long, EventDate: long };
  const [odd = 0, unnamed = 0, good = 0] = await Promise.all([
    deliver(harness, 'InvoiceActionStateChanged', everywhere, more),
    deliver(harness, long, everywhere, more),
    deliver(harness, 'InvoiceActionStateChanged', data),
  ]);
  expect((await stored(harness, odd)).state).toBe('unreadable');
  expect((await stored(harness, unnamed)).state).toBe('unreadable');
  await eventually(async () => expect((await stored(harness, good)).state).toBe('applied'));
});
