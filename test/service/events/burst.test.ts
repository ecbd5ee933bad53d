import { afterAll, beforeAll, expect, test } from 'vitest';
import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import { eventually } from '../support/eventually.ts';
import { type Harness, startHarness } from '../support/start.ts';

/** Invoices that are attested at once; `npm run test:deep` takes ten times as many. */
const count = Number(process.env.BURST_INVOICES ?? 1_000);

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness({ environment: { LIME_CALLS_PER_5_MINUTES: '999999' } });
});
afterAll(() => harness.close());

async function stages(limeIds: readonly number[]): Promise<string[]> {
  const pages = Array.from({ length: Math.ceil(limeIds.length / 200) }, (_, page) =>
    limeIds.slice(page * 200, (page + 1) * 200),
  );
  const found: InvoiceStatus[] = [];
  for (const page of pages) found.push(...(await harness.as('user').statuses(page)).body);
  return found.map(({ stage }) => stage);
}

const within = (ms: number, times: readonly number[]) =>
  Math.max(0, ...times.map((from, at) => times.filter((each, i) => i >= at && each < from + ms).length));

test('attested in one burst: badges are right as fast as events apply, Lime and Billecta within their limits', async () => {
  const invoices = Array.from({ length: count }, () => harness.addInvoice({ stage: 'Created' }));
  harness.lime.calls.length = 0;
  for (const { actionPublicId } of invoices) harness.billecta.attest(actionPublicId);
  await harness.billecta.idle();
  const memory = process.memoryUsage().heapUsed;
  await eventually(async () => {
    const pending = await harness.store.db
      .selectFrom('inbox')
      .select('id')
      .where('state', '=', 'pending')
      .execute();
    expect(pending).toEqual([]);
  });
  const own = harness.lime.calls.filter(({ user }) => user === 'service').map(({ at }) => at.getTime());
  expect(new Set(await stages(invoices.map(({ limeId }) => limeId)))).toEqual(new Set(['attested']));
  await eventually(() =>
    expect(harness.lime.calls.filter(({ method }) => method === 'PUT').length).toBeGreaterThan(40),
  );
  expect(within(1_000, own)).toBeLessThanOrEqual(9);
  const reads = harness.billecta.calls.filter(({ path }) => path.includes('/invoice/action/'));
  expect(
    within(
      10_000,
      reads.map(({ at }) => at.getTime()),
    ),
  ).toBeLessThanOrEqual(100);
  expect(process.memoryUsage().heapUsed - memory).toBeLessThan(200e6);
}, 300_000);
