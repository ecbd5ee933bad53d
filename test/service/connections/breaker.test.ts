import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { type Bench, startBench } from '../support/start.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

test('Billecta is left alone while it is out of order, also by background reads, and read again when it is back', async () => {
  const user = bench.as('user');
  const watched = Array.from({ length: 3 }, () => bench.addInvoice().limeId);
  const { limeId } = bench.addInvoice();
  const end = bench.billecta.fault({ kind: 'outage', how: 'cut' });
  await user.statuses(watched);
  await eventually(async () => {
    const calls = bench.billecta.calls.length;
    const { status, body } = await user.status(limeId);
    expect([status, body.code]).toEqual([502, 'billecta-unreachable']);
    expect(body.detail).toContain('tried again soon');
    expect(bench.billecta.calls).toHaveLength(calls);
  });
  end();
  await eventually(async () => {
    const statuses = (await user.statuses([...watched, limeId])).body;
    expect(statuses.map(({ stage }) => stage)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });
});
