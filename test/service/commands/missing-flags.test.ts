import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandNames } from '../support/command-names.ts';
import { type Harness, startHarness } from '../support/start.ts';

/** A Billecta whose invoices have none of the sixteen `Can…` flags. */
let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ billecta: { flags: 'missing' } });
});
afterAll(() => harness.close());

const allowed = async (limeId: number) => (await harness.as('user').status(limeId)).body.allowed;

test('what the flags do not say is decided by the state', async () => {
  const open = harness.addInvoice();
  expect(await allowed(open.limeId)).toEqual({
    dispute: { ok: true },
    'cancel-dispute': { ok: false, reason: 'not-disputed' },
    pause: { ok: true },
    resume: { ok: false, reason: 'not-paused' },
  });
  const both = harness.addInvoice({ disputed: true, paused: true });
  expect(await allowed(both.limeId)).toMatchObject({ 'cancel-dispute': { ok: true }, resume: { ok: true } });
  const paid = harness.addInvoice({ stage: 'Completed' });
  expect((await allowed(paid.limeId)).dispute).toEqual({ ok: false, reason: 'closed' });
});

test('the four commands work', async () => {
  const { limeId } = harness.addInvoice();
  for (const name of commandNames)
    expect((await harness.as('user').run(name, limeId)).body.command).toMatchObject({ state: 'confirmed' });
});

test('what Billecta then refuses is told in its words, and is no failure of ours', async () => {
  const { limeId } = harness.addInvoice({ stage: 'SentToDebtCollection', dueInDays: -60 });
  expect((await allowed(limeId)).dispute).toEqual({ ok: true });
  const { status, body } = await harness.as('user').run('dispute', limeId);
  expect([status, body.code, body.detail]).toEqual([
    409,
    'billecta-refused',
    expect.stringContaining('Fakturan är skickad till inkasso'),
  ]);
});
