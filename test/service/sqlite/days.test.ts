import { afterEach, expect, test } from 'vitest';
import type { SyncStatus } from '../../../bff/contract/admin/status.ts';
import type { Reply } from '../support/caller.ts';
import { type Bench, startBench } from '../support/start.ts';

let bench: Bench;
afterEach(() => bench.close());

test.each([
  ['in spring, whose Sunday has 23 hours', '2026-04-20T22:30:00Z', '2026-03-29'],
  ['in autumn, whose Sunday has 25 hours', '2026-11-10T22:30:00Z', '2026-10-25'],
])('thirty days of the calendar are drawn after the clock has changed %s', async (_when, now, sunday) => {
  bench = await startBench({ now: () => new Date(now) });
  const { charts } = ((await bench.as('admin').get('sync/status')) as Reply<SyncStatus>).body;
  const days = charts.days.map(({ day }) => day);
  expect(new Set(days).size).toBe(30);
  expect(days).toContain(sunday);
});
