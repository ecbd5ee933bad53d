import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eventually } from '../../support/eventually.ts';
import { inbox } from '../../support/inbox.ts';
import { type Harness, startHarness, webhookKey } from '../../support/start.ts';
import { oddBodies } from './odd-bodies.ts';

/** `npm run test:deep` asks for ten thousand. */
const bodies = Number(process.env.FUZZ_BODIES ?? 2_500);
const atOnce = 50;

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function heapInMiB(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed / 2 ** 20;
}

const status = async (body: string) =>
  (
    await fetch(`${harness.url}/billecta-webhook-receiver`, {
      method: 'POST',
      body,
      headers: { 'x-api-key': webhookKey },
    })
  ).status;

test(`${bodies} odd bodies: none is a 5xx, none is stuck, and memory does not grow`, {
  timeout: 180_000,
}, async () => {
  const Data = harness.billecta.invoice(harness.billecta.addInvoice());
  const realistic = [
    'InvoiceActionStateChanged',
    'InvoiceActionAttested',
    'InvoicePaymentReceived',
    'DebtorUpdated',
  ];
  const odd = oddBodies(realistic.map((Event) => ({ Event, Data, Created: '2026-11-23 10:00:00+01:00' })));
  const send = async (count: number) => {
    for (let sent = 0; sent < count; sent += atOnce) {
      const statuses = await Promise.all(fc.sample(odd, atOnce).map(status));
      expect(statuses.filter((each) => ![200, 400].includes(each))).toEqual([]);
      harness.log.length = 0;
    }
  };
  await send(bodies / 5);
  const before = heapInMiB();
  await send((bodies * 4) / 5);
  await eventually(async () => expect(await inbox(harness, { state: 'pending' })).toEqual([]));
  expect(await inbox(harness, { state: 'dead' })).toEqual([]);
  expect(heapInMiB() - before).toBeLessThan(20);
  expect(await status('{"Event":"DailyNotification"}')).toBe(200);
});
