import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { holdInvoices } from '../support/hold-database.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

test('while nothing can be written, what is known of invoices is told, beside one that is new', async () => {
  const user = harness.as('user');
  const known = [harness.addInvoice(), harness.addInvoice()];
  for (const { limeId } of known) expect((await user.status(limeId)).body.stage).toBe('sent');
  const fresh = harness.addInvoice();
  const release = await holdInvoices(harness.store);
  try {
    const { status, body } = await user.statuses([...known, fresh].map(({ limeId }) => limeId));
    expect(status).toBe(200);
    expect(body.map(({ limeId, stage }) => [limeId, stage])).toEqual([
      ...known.map(({ limeId }) => [limeId, 'sent']),
      [fresh.limeId, 'unknown'],
    ]);
    await eventually(() => expect(harness.log.join('')).toContain('not stored; the answer is given anyway'));
    expect((await fetch(`${harness.origin}/readyz`)).status).toBe(503);
  } finally {
    await release();
  }
});
