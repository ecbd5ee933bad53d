import { afterEach, expect, test } from 'vitest';
import type { Issues } from '../../../bff/contract/admin/issues.ts';
import type { SyncStatus } from '../../../bff/contract/admin/status.ts';
import type { Reply } from '../support/caller.ts';
import { type Bench, startBench } from '../support/start.ts';

let bench: Bench;
afterEach(() => bench.close());

test('while Billecta has asked us to wait, the panel says so, and until when', async () => {
  bench = await startBench();
  const { limeId } = bench.addInvoice();
  bench.billecta.fault({ kind: 'tooManyRequests', retryAfterSeconds: 2_592_000, times: 1 });
  await bench.as('user').status(limeId);
  const { verdict } = ((await bench.as('admin').get('sync/status')) as Reply<SyncStatus>).body;
  expect(verdict).toMatchObject({ kind: 'waiting', issue: { id: 'asked-to-wait.rate-limited' } });
  const { issues } = ((await bench.as('admin').get('sync/issues')) as Reply<Issues>).body;
  const found = issues.find(({ kind }) => kind === 'asked-to-wait');
  expect(found).toMatchObject({ severity: 'warning', remedy: 'wait', retryable: false });
  const until = Date.parse(found?.message?.replace('Billecta: ', '') ?? '');
  // A month was asked for; nobody is believed for longer than five minutes.
  expect(until - Date.now()).toBeGreaterThan(0);
  expect(until - Date.now()).toBeLessThanOrEqual(5 * 60_000);
});
