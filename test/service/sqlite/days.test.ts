import { afterEach, expect, test } from 'vitest';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import type { Reply } from '../support/caller.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
afterEach(() => harness.close());

test.each([
  ['in spring, whose Sunday has 23 hours', '2026-04-20T22:30:00Z', '2026-03-29'],
  ['in autumn, whose Sunday has 25 hours', '2026-11-10T22:30:00Z', '2026-10-25'],
])('thirty days of the calendar are drawn after the clock has changed %s', async (_when, now, sunday) => {
  harness = await startHarness({ now: () => new Date(now) });
  const { charts } = ((await harness.as('admin').get('admin/status')) as Reply<AdminStatus>).body;
  const days = charts.days.map(({ day }) => day);
  expect(new Set(days).size).toBe(30);
  expect(days).toContain(sunday);
});
