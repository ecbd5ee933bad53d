import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Harness, startHarness } from '../support/start.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness();
});
afterAll(() => harness.close());

/** Every call that names invoices, by what it is. */
const calls: Record<string, (limeId: number, query: string) => Promise<{ status: number; body: unknown }>> = {
  'one invoice': (limeId, query) => harness.as('user').get(`invoices/${limeId}?${query}`),
  'several invoices': (limeId, query) => harness.as('user').get(`invoices?ids=${limeId}&${query}`),
  'the timeline': (limeId, query) => harness.as('user').get(`invoices/${limeId}/timeline?${query}`),
  'a command': (limeId, query) => harness.as('user').post(`invoices/${limeId}/dispute?${query}`, '{}'),
  'a count': (limeId, query) =>
    harness
      .as('user')
      .post(`tasks/count?${query}`, JSON.stringify({ command: 'pause', invoiceIds: [limeId] })),
  'a task': (limeId, query) =>
    harness.as('user').post(`tasks?${query}`, JSON.stringify({ command: 'pause', invoiceIds: [limeId] })),
  'the live stream': (limeId, query) => harness.as('user').get(`live?ids=${limeId}&${query}`),
};

describe.each(Object.entries(calls))('%s', (_, call) => {
  test("about a debtor with an invoice's id is refused, and Lime is asked nothing", async () => {
    const { limeId } = harness.addInvoice();
    harness.lime.calls.length = 0;
    for (const query of ['limetype=debtor', 'limetype=invoice&limetype=debtor', 'limetype=']) {
      const { status, body } = await call(limeId, query);
      expect([status, body]).toMatchObject([400, { code: 'not-an-invoice' }]);
    }
    expect(harness.lime.calls.filter(({ user }) => user === 'user')).toEqual([]);
  });
});

test.each(Object.entries(calls).filter(([name]) => name !== 'the live stream'))(
  '%s about an invoice is answered, whether or not its limetype is told',
  async (_, call) => {
    for (const query of ['limetype=invoice', '']) {
      const { status } = await call(harness.addInvoice().limeId, query);
      expect(status).toBeLessThan(300);
    }
  },
);

test('every caller learns what invoices are called in this Lime', async () => {
  const { status, body } = await harness.as('reader').get('names');
  expect([status, body]).toEqual([200, { invoiceLimetype: 'invoice', comments: 'off' }]);
});

test('a Lime that keeps invoices in another limetype is asked by that name alone', async () => {
  const other = await startHarness({ environment: { LIME_INVOICE_LIMETYPE: 'payment' } });
  try {
    expect((await other.as('user').get('names')).body).toEqual({
      invoiceLimetype: 'payment',
      comments: 'off',
    });
    const refused = await other.as('user').get('invoices/1001?limetype=invoice');
    expect([refused.status, refused.body]).toMatchObject([400, { code: 'not-an-invoice' }]);
  } finally {
    await other.close();
  }
});

test.each(['0x3e9', '%201001', '1e3', '1001.0'])('%s is no id of a record', async (id) => {
  expect((await harness.as('user').get(`invoices/${id}`)).status).toBe(400);
});
