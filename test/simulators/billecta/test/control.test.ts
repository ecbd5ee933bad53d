import { describe, expect, test } from 'vitest';
import type { BillectaSimulator } from '../index.ts';
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

  test('matches an overpayment, takes an unmatched payment and changes autogiro', async () => {
    const billecta = await start();
    const overpaid = billecta.addInvoice({ amountMinor: 1000 });
    const other = billecta.addInvoice({ amountMinor: 5000 });
    await post(billecta, `invoices/${overpaid}/payment`, { amountMinor: 1500 });
    const match = () => post(billecta, `invoices/${overpaid}/overpayment`, { usedOnActionPublicId: other });
    expect([(await match()).status, (await match()).status]).toEqual([200, 409]);
    expect((await post(billecta, 'unmatched-payments', { amountMinor: 0 })).status).toBe(400);
    expect((await post(billecta, 'unmatched-payments', { amountMinor: 750 })).status).toBe(201);
    expect((await post(billecta, `invoices/${other}/approval`, { stage: 'Failed' })).status).toBe(400);
    for (const deed of ['approval-failure', 'autogiro-failure', 'autogiro-renewal']) {
      expect((await post(billecta, `invoices/${other}/${deed}`)).status).toBe(200);
    }

    const state = await (await fetch(`${billecta.url}/control/state`)).json();
    expect(state).toMatchObject({
      unhandledPayments: [
        { type: 'UnmatchedPayment', paidOn: null },
        { type: 'OverPayment', usedOn: { actionPublicId: other } },
      ],
      debtors: [{ autogiro: null }, { actionPublicId: other, autogiro: 'Failed' }],
    });
    expect(billecta.invoice(other)).toMatchObject({
      PaidAmount: { Value: 500 },
      State: { NextEvent: 'Autogirodragning' },
    });
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
