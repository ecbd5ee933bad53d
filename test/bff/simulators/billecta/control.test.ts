import { describe, expect, test } from 'vitest';
import type { BillectaSimulator } from '../../../simulators/billecta/index.ts';
import { happened, receiver, run, start } from './support.ts';

describe('the control surface', () => {
  const post = (billecta: BillectaSimulator, path: string, body?: object) =>
    fetch(`${billecta.url}/control/${path}`, {
      method: 'POST',
      ...(body && { body: JSON.stringify(body) }),
    });

  test('lives an invoice from draft to payment', async () => {
    const billecta = await start();
    const added = await post(billecta, 'invoices', { stage: 'Created', dueInDays: -30 });
    const { actionPublicId: id } = (await added.json()) as { actionPublicId: string };
    for (const deed of ['attest', 'send', 'reminder', 'collection', 'payment']) {
      expect((await post(billecta, `invoices/${id}/${deed}`)).status).toBe(200);
    }
    expect(happened(billecta.invoice(id))).toEqual([
      'Created',
      'Attested',
      'InvoiceSent',
      'ReminderInvoiceSent',
      'SentToDebtCollection',
      'Paid',
      'Completed',
    ]);
  });

  test('says no to what cannot be done, and does not let an invoice on hold be reminded', async () => {
    const billecta = await start();
    const disputed = billecta.addInvoice({ disputed: true, dueInDays: -9 });
    expect((await post(billecta, `invoices/${disputed}/reminder`)).status).toBe(409);
    expect((await post(billecta, `invoices/${disputed}/payment`, { amountMinor: -1 })).status).toBe(400);
    expect((await post(billecta, 'invoices/1/payment')).status).toBe(404);
    expect((await post(billecta, `invoices/${disputed}/portal/cancel-dispute`)).status).toBe(200);
    expect((await post(billecta, `invoices/${disputed}/reminder`)).status).toBe(200);
  });

  test('sets faults and clears them, and tells the state without secrets', async () => {
    const billecta = await start();
    await receiver(billecta);
    const id = billecta.addInvoice();
    expect((await post(billecta, 'faults', { kind: 'refuse', message: 'Nej' })).status).toBe(201);
    expect((await run(billecta, 'pause', id)).status).toBe(400);
    await fetch(`${billecta.url}/control/faults`, { method: 'DELETE' });
    expect((await run(billecta, 'pause', id)).status).toBe(200);
    billecta.registerPayment(id, 100);
    await billecta.idle();

    const answer = await fetch(`${billecta.url}/control/state`);
    const text = await answer.text();
    expect(text).not.toContain('shared');
    expect(JSON.parse(text)).toMatchObject({
      invoices: [{ actionPublicId: id, paused: true, left: { Value: 124_900 } }],
      calls: [
        { operation: 'pause', status: 200 },
        { operation: 'pause', status: 400 },
      ],
      deliveries: [{ event: 'InvoicePaymentReceived', outcome: 'delivered' }],
      faults: [],
    });
  });

  test('has a page', async () => {
    const billecta = await start();
    const page = await (await fetch(billecta.url)).text();
    expect(page).toContain('<title>Billecta (simulator)</title>');
    const files = [...page.matchAll(/(?:src|href)="(\/page\/[^"]+)"/g)].map(([, path]) => path);
    expect(files).toHaveLength(2);
    for (const file of files) expect((await fetch(`${billecta.url}${file}`)).status).toBe(200);
  });
});
