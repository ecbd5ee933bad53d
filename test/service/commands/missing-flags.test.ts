import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandNames } from '../support/command-names.ts';
import { type Bench, startBench } from '../support/start.ts';

/** A Billecta whose invoices have none of the sixteen `Can…` flags. */
let bench: Bench;
beforeAll(async () => {
  bench = await startBench({ billecta: { flags: 'missing' } });
});
afterAll(() => bench.close());

const allowed = async (limeId: number) => (await bench.as('user').status(limeId)).body.allowed;

test('what the flags do not say is decided by the state', async () => {
  const open = bench.addInvoice();
  expect(await allowed(open.limeId)).toEqual({
    dispute: { ok: true },
    'cancel-dispute': { ok: false, reason: 'not-disputed' },
    pause: { ok: true },
    resume: { ok: false, reason: 'not-paused' },
  });
  const both = bench.addInvoice({ disputed: true, paused: true });
  expect(await allowed(both.limeId)).toMatchObject({ 'cancel-dispute': { ok: true }, resume: { ok: true } });
  const paid = bench.addInvoice({ stage: 'Completed' });
  expect((await allowed(paid.limeId)).dispute).toEqual({ ok: false, reason: 'closed' });
});

test('the four commands work', async () => {
  const { limeId } = bench.addInvoice();
  for (const name of commandNames)
    expect((await bench.as('user').run(name, limeId)).body.command).toMatchObject({ state: 'confirmed' });
});

test('what Billecta then refuses is told in its words, and is no failure of ours', async () => {
  const { limeId } = bench.addInvoice({ stage: 'SentToDebtCollection', dueInDays: -60 });
  expect((await allowed(limeId)).dispute).toEqual({ ok: true });
  const { status, body } = await bench.as('user').run('dispute', limeId);
  expect([status, body.code, body.detail]).toEqual([
    409,
    'billecta-refused',
    expect.stringContaining('Fakturan är skickad till inkasso'),
  ]);
});
