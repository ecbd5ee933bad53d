import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { holdInvoices } from '../support/hold-database.ts';
import { type Bench, startBench } from '../support/start.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench();
});
afterAll(() => bench.close());

test('while nothing can be written, what is known of invoices is told, beside one that is new', async () => {
  const user = bench.as('user');
  const known = [bench.addInvoice(), bench.addInvoice()];
  for (const { limeId } of known) expect((await user.status(limeId)).body.stage).toBe('sent');
  const fresh = bench.addInvoice();
  const release = await holdInvoices(bench.store);
  try {
    const { status, body } = await user.statuses([...known, fresh].map(({ limeId }) => limeId));
    expect(status).toBe(200);
    expect(body.map(({ limeId, stage }) => [limeId, stage])).toEqual([
      ...known.map(({ limeId }) => [limeId, 'sent']),
      [fresh.limeId, 'unknown'],
    ]);
    await eventually(() =>
      expect(bench.log.join('')).toContain('not noted; the answer is given all the same'),
    );
    expect((await fetch(`${bench.origin}/readyz`)).status).toBe(503);
  } finally {
    await release();
  }
});
