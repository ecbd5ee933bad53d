import { afterEach, expect, test } from 'vitest';
import type { Issues } from '../../../bff/contract/admin/issues.ts';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import type { Reply } from '../support/caller.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
afterEach(() => harness.close());

test('while Billecta has asked us to wait, the panel says so, and until when', async () => {
  harness = await startHarness();
  const { limeId } = harness.addInvoice();
  harness.billecta.fault({ kind: 'tooManyRequests', retryAfterSeconds: 2_592_000, times: 1 });
  await harness.as('user').status(limeId);
  const { verdict } = ((await harness.as('admin').get('admin/status')) as Reply<AdminStatus>).body;
  expect(verdict).toMatchObject({ kind: 'waiting', issue: { id: 'asked-to-wait.rate-limited' } });
  const { issues } = ((await harness.as('admin').get('admin/issues')) as Reply<Issues>).body;
  const found = issues.find(({ kind }) => kind === 'asked-to-wait');
  expect(found).toMatchObject({ severity: 'warning', remedy: 'wait', retryable: false });
  const until = Date.parse(found?.message?.replace('Billecta: ', '') ?? '');
  // A month was asked for; nobody is believed for longer than five minutes.
  expect(until - Date.now()).toBeGreaterThan(0);
  expect(until - Date.now()).toBeLessThanOrEqual(5 * 60_000);
});
