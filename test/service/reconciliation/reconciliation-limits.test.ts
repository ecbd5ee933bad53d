import { afterEach, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { endOf, getRun, heldInvoice, reconcile, startRun } from '../support/reconciling.ts';
import { type Harness, type HarnessOptions, startHarness } from '../support/start.ts';

let harness: Harness;
afterEach(() => harness.close());

async function start(options: HarnessOptions = {}): Promise<void> {
  const environment = { CALLER_REQUESTS_PER_MINUTE: '9999999', ...options.environment };
  harness = await startHarness({ ...options, environment });
}

const reads = () => harness.billecta.calls.filter(({ operation }) => operation === 'invoice').length;

test('the list alone tells otherwise: the invoice is read once, and passed over from then on', async () => {
  await start({ billecta: { listNextEvent: 'type' } });
  const { actionPublicId } = await heldInvoice(harness);
  const { drift } = await reconcile(harness.as('admin'));
  expect(drift).toMatchObject([
    { actionPublicId, field: 'nextEvent', events: [], resolved: { outcome: 'as-stored' } },
  ]);
  const before = reads();
  expect((await reconcile(harness.as('admin'))).run.found).toBe(0);
  expect(reads()).toBe(before);
});

test('more invoices differ than may be read: the rest waits for the next run', async () => {
  // 60 % of 14 in 40 minutes come to 3 in the 15 minutes between two runs.
  await start({ environment: { BILLECTA_READ_LIMITS: '14/2400s' } });
  for (let n = 0; n < 5; n += 1) harness.addInvoice();
  const { run, drift } = await reconcile(harness.as('admin'));
  expect(run).toMatchObject({ found: 5, deferred: 2, resolved: 3 });
  expect(drift).toHaveLength(3);
  const { id } = await startRun(harness.as('admin'));
  expect(await endOf(harness.as('admin'), id)).toMatchObject({ found: 2, deferred: 0 });
});

test('reads for reconciliation leave room within the limits for people', async () => {
  await start({ environment: { BILLECTA_READ_LIMITS: '20/60s' } });
  for (let n = 0; n < 30; n += 1) harness.addInvoice();
  const { id } = await startRun(harness.as('admin'));
  await eventually(async () =>
    // Two of the twelve were the lists.
    expect((await getRun(harness.as('admin'), id)).run.resolved).toBe(10),
  );
  const { limeId } = harness.addInvoice();
  expect((await harness.as('user').status(limeId)).status).toBe(200);
  expect(reads()).toBe(11);
});

test('the creditors that are configured are compared, and one that fails holds up no other', async () => {
  await start({ environment: { BILLECTA_CREDITORS: 'nobody, no-one' } });
  const { id } = await startRun(harness.as('admin'));
  expect(await endOf(harness.as('admin'), id)).toMatchObject({
    state: 'failed',
    creditors: ['nobody', 'no-one'].map((creditorPublicId) => ({
      creditorPublicId,
      state: 'failed',
      failure: { cause: 'billecta-refused' },
    })),
  });
});
