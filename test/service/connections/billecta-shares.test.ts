import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Harness, startHarness } from '../support/start.ts';

/** What Billecta allows in 10 s when nothing else is configured, and requests that one caller may make at once. */
const allowed = 100;
const atOnce = 118;

let harness: Harness;
beforeEach(async () => {
  harness = await startHarness({
    billecta: { rateLimit: [] },
    environment: { LIME_CALLS_PER_5_MINUTES: '999999' },
  });
});
afterEach(() => harness.close());

const readsOf = (actionPublicId: string) =>
  harness.billecta.calls.filter(({ path }) => path.endsWith(`/invoice/action/${actionPublicId}`)).length;

const manyInvoices = () => Array.from({ length: atOnce }, () => harness.addInvoice());

test('one caller opens 118 invoices at once: another opens theirs all the same, and commands it', async () => {
  const greedy = manyInvoices();
  const { limeId, actionPublicId } = harness.addInvoice();
  const answers = await Promise.all(greedy.map((invoice) => harness.as('reader').status(invoice.limeId)));
  const served = answers.filter(({ status }) => status === 200).length;
  expect(served).toBeGreaterThan(allowed / 3);
  expect(served).toBeLessThan(allowed * 0.6);
  const refused = answers.filter(({ status }) => status !== 200);
  expect(new Set(refused.map(({ body }) => body.code))).toEqual(new Set(['too-many-requests']));
  expect(refused.every(({ headers }) => Number(headers.get('retry-after')) > 0)).toBe(true);

  expect((await harness.as('user').status(limeId)).status).toBe(200);
  expect(readsOf(actionPublicId)).toBe(1);
  expect((await harness.as('user').run('dispute', limeId)).body.command).toMatchObject({
    state: 'confirmed',
  });
});

test('one caller opens the timelines of 118 invoices at once: another sees what Billecta tells', async () => {
  const greedy = manyInvoices();
  const { limeId } = harness.addInvoice();
  await Promise.all(greedy.map((invoice) => harness.as('reader').get(`invoices/${invoice.limeId}/timeline`)));
  const { body } = await harness.as('user').get(`invoices/${limeId}/timeline`);
  expect(body).toMatchObject({ billecta: true });
});

test('one caller counts what a task could do, again and again: another opens an invoice', async () => {
  const greedy = manyInvoices();
  const { limeId } = harness.addInvoice();
  const count = { command: 'pause', invoiceIds: greedy.map((invoice) => invoice.limeId) };
  for (let times = 0; times < 2; times += 1)
    expect((await harness.as('admin').post('tasks/count', JSON.stringify(count))).status).toBe(200);
  expect((await harness.as('user').status(limeId)).status).toBe(200);
});
