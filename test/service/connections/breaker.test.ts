import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

test('Billecta is left alone while it is out of order, also by background reads, and read again when it is back', async () => {
  const user = harness.as('user');
  const watched = Array.from({ length: 3 }, () => harness.addInvoice().limeId);
  const { limeId } = harness.addInvoice();
  const end = harness.billecta.fault({ kind: 'outage', how: 'cut' });
  await user.statuses(watched);
  await eventually(async () => {
    const calls = harness.billecta.calls.length;
    const { status, body } = await user.status(limeId);
    expect([status, body.code]).toEqual([502, 'billecta-unreachable']);
    expect(body.detail).toContain('tried again soon');
    expect(harness.billecta.calls).toHaveLength(calls);
  });
  end();
  await eventually(async () => {
    const statuses = (await user.statuses([...watched, limeId])).body;
    expect(statuses.map(({ stage }) => stage)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });
});
