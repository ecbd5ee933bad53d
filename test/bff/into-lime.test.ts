import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from './support/eventually.ts';
import { type Bench, startBench } from './support/start.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await startBench({ environment: { LIME_WRITES_PER_SECOND: '1000' } });
});
afterAll(() => bench.close());

test('what Billecta says of an invoice is written to Lime', async () => {
  const { limeId, actionPublicId } = bench.addInvoice({ stage: 'Created' });
  bench.billecta.attest(actionPublicId);
  await eventually(() =>
    expect(bench.lime.object('invoice', limeId)).toMatchObject({
      invoicestatus: 'attested',
      disputed: false,
    }),
  );
});

test('a payment is made in Lime, related to its invoice', async () => {
  const { limeId, actionPublicId } = bench.addInvoice();
  bench.billecta.registerPayment(actionPublicId, 5000);
  await eventually(() =>
    expect(bench.lime.object('invoice', limeId)).toMatchObject({
      invoicestatus: 'sent',
      currentamount: 1200,
    }),
  );
});
