import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultMapping } from '../../../bff/lime/setup/field-mapping.ts';
import { eventually } from '../support/eventually.ts';
import { nothingToWrite } from '../support/lime-writes.ts';
import { type Harness, startHarness, webhookKey } from '../support/start.ts';
import { events } from './into-lime/events.ts';

/** As a customer maps it who wants to have it in Lime; the names of its fields in Lime are theirs. */
const mapping = {
  invoice: [
    ...defaultMapping.invoice,
    { billecta_field: 'Status.AutogiroReason', lime_field: 'autogiroreason' },
    { billecta_field: 'Status.DebtorComment', lime_field: 'debtorcomment' },
    { billecta_field: 'Status.Delivery', lime_field: 'delivery' },
    { billecta_field: 'Status.DeliveryReason', lime_field: 'deliveryreason' },
  ],
  debtor: [
    ...defaultMapping.debtor,
    { billecta_field: 'Status.AutogiroReason', lime_field: 'autogiroreason' },
  ],
};

/** What a test waits for, not what Lime allows, sets the pace here. */
const environment = {
  LIME_WRITES_PER_SECOND: '1000',
  LIME_CALLS_PER_5_MINUTES: '999999',
  LIME_FIELD_MAPPING: JSON.stringify(mapping),
  BILLECTA_READ_LIMITS: '9999/1s',
};

const orders: ReadonlyArray<[string, (bodies: string[]) => string[]]> = [
  ['in order', (bodies) => bodies],
  ['reversed', (bodies) => bodies.toReversed()],
  ['doubled with the same bytes', (bodies) => bodies.flatMap((body) => [body, body])],
  ['doubled with other bytes', (bodies) => bodies.flatMap((body) => [body, rebuilt(body)])],
  ['reversed, and all of it again', (bodies) => [...bodies.toReversed(), ...bodies]],
];

/** The same event from a sender that builds its body anew for each try. */
const rebuilt = (body: string) =>
  JSON.stringify(Object.fromEntries(Object.entries(JSON.parse(body)).reverse()), null, 1);

describe.concurrent.each([
  ['as documented', {}],
  [
    'in the other candidate views',
    {
      overpaymentMatchedPayload: 'incoming-payment',
      autogiroApprovalPayload: 'approval',
      autogiroWithdrawalPayload: 'payment-status',
    },
  ],
] as const)('each of the sixteen events, %s, ends in Lime', (_views, candidates) => {
  let harness: Harness;
  beforeAll(async () => {
    harness = await startHarness({ billecta: candidates, environment });
  });
  afterAll(() => harness.close());

  /** What Billecta posts about what is done, kept back. */
  function told(deeds: () => void): Array<{ event: string; body: string }> {
    const before = harness.billecta.deliveries.length;
    const end = harness.billecta.fault({ kind: 'dropped' });
    deeds();
    end();
    return harness.billecta.deliveries.slice(before).map(({ event, body }) => ({ event, body }));
  }

  async function post(body: string): Promise<void> {
    const url = `${harness.url}/billecta-webhook-receiver`;
    const headers = { 'x-api-key': webhookKey, connection: 'close' };
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(200);
  }

  describe.sequential.each(orders)('%s', (_order, arrange) => {
    test.each(Object.entries(events))('%s', async (event, { prepare }) => {
      const { deeds, shows } = prepare(harness);
      const deliveries = told(deeds);
      expect(deliveries.map((delivery) => delivery.event)).toContain(event);
      for (const body of arrange(deliveries.map((delivery) => delivery.body))) await post(body);
      await eventually(shows);
      await eventually(() => nothingToWrite(harness));
      shows();
    });
  });
});
