import { describe, expect, test, vi } from 'vitest';
import { call, read, run, start } from './support.ts';

describe('reading', () => {
  test('date-times have a space and the Swedish offset of their own day', async () => {
    const billecta = await start({ now: () => new Date('2026-03-30T08:15:30.250Z') });
    const id = billecta.addInvoice({ dueInDays: -3 });
    await run(billecta, 'dispute', id);

    const invoice = await read(billecta, id);
    expect(invoice.DueDate).toBe('2026-03-27 00:00:00+01:00');
    expect(invoice.State.DisputedDate).toBe('2026-03-30 10:15:30+02:00');
  });

  test('amounts are minor units, and a reminder adds its fee to what is left to pay', async () => {
    const billecta = await start();
    const id = billecta.addInvoice({ amountMinor: 99_950, paidMinor: 10_000, dueInDays: -9 });
    billecta.sendReminder(id);

    const invoice = await read(billecta, id);
    expect(invoice.InvoicedAmount).toEqual({ CurrencyCode: 'SEK', Value: 99_950, ValueForView: 999.5 });
    expect(invoice.PaidAmount.Value).toBe(10_000);
    expect(invoice.CurrentAmount.Value).toBe(95_950);
  });

  test('the open list holds drafts and unpaid invoices, the closed list the rest by closing day', async () => {
    const billecta = await start({ now: () => new Date('2026-05-20T10:00:00Z') });
    const draft = billecta.addInvoice({ stage: 'Created' });
    const sent = billecta.addInvoice({ disputed: true });
    const paid = billecta.addInvoice({ stage: 'Completed', dueInDays: -10 });
    const ids = async (path: string) => {
      const answer = await call(billecta, 'GET', `/v1/invoice/${path}`);
      const rows = (await answer.json()) as { ActionPublicId: string; IsDisputed: boolean }[];
      return rows.map((row) => [row.ActionPublicId, row.IsDisputed]);
    };

    expect(await ids(`open/${billecta.creditorPublicId}`)).toEqual([
      [draft, false],
      [sent, true],
    ]);
    const closed = `closed/${billecta.creditorPublicId}`;
    expect(await ids(`${closed}?from=2026-05-09&to=2026-05-09`)).toEqual([[paid, false]]);
    expect(await ids(`${closed}?from=2026-05-10&to=2026-05-20`)).toEqual([]);
  });

  test('what does not exist is 404, and a known path with another method 405', async () => {
    const billecta = await start();
    expect((await call(billecta, 'GET', '/v1/invoice/action/9999999999')).status).toBe(404);
    expect((await call(billecta, 'PUT', '/v1/invoice/undispute/1')).status).toBe(404);
    expect((await call(billecta, 'POST', '/v1/invoice/dispute/1')).status).toBe(405);
  });

  test('the 101st read within ten seconds is 429, and no other call counts', async () => {
    const billecta = await start({ candidates: { retryAfter: true } });
    const id = billecta.addInvoice();
    for (let reads = 0; reads < 100; reads++) await read(billecta, id);

    const tooMany = await call(billecta, 'GET', `/v1/invoice/action/${id}`);
    expect(tooMany.status).toBe(429);
    expect(Number(tooMany.headers.get('retry-after'))).toBeLessThanOrEqual(10);
    expect((await run(billecta, 'dispute', id)).status).toBe(200);
  });

  test('the limit opens again when the window has passed', async () => {
    const billecta = await start({ candidates: { rateLimit: [{ ms: 80, max: 1 }] } });
    const id = billecta.addInvoice();
    const status = async () => (await call(billecta, 'GET', `/v1/invoice/action/${id}`)).status;
    expect([await status(), await status()]).toEqual([200, 429]);
    await vi.waitFor(async () => expect(await status()).toBe(200));
  });
});
