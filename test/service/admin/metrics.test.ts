import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { deliver } from '../support/inbox.ts';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

test('an operator collects what came of webhooks, and how late they were by Billecta’s clock', async () => {
  const { actionPublicId } = harness.addInvoice();
  const EventDate = new Date(Date.now() - 120_000)
    .toISOString()
    .replace('T', ' ')
    .replace(/\.\d+Z$/, '+00:00');
  const data = harness.billecta.invoice(actionPublicId);
  await deliver(harness, 'InvoiceActionStateChanged', data, { EventDate });
  await deliver(harness, 'InvoiceActionStateChanged', data, { EventDate });
  await eventually(async () => {
    const answer = await fetch(`${harness.origin}/metrics`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    const text = await answer.text();
    const database = harness.lime.database;
    for (const outcome of ['received', 'duplicate', 'applied'])
      expect(text).toContain(`billecta_events_total{lime_database="${database}",outcome="${outcome}"} 1`);
    expect(text).toContain(`billecta_event_delay_seconds_bucket{le="60",lime_database="${database}"} 0`);
    expect(text).toContain(`billecta_event_delay_seconds_bucket{le="300",lime_database="${database}"} 1`);
  });
});
