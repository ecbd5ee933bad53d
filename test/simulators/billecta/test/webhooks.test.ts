import { describe, expect, test, vi } from 'vitest';
import { listen } from '../../../service/support/listen.ts';
import { events, happened, read, receiver, run, start, triesOf } from './support.ts';

describe('webhooks', () => {
  test('a payment is told before the state it changes, and a refused one is sent again as it was', async () => {
    const billecta = await start();
    const received = await receiver(billecta, [503, 200]);
    const id = billecta.addInvoice();
    billecta.registerPayment(id);
    await billecta.idle();

    const [payment, state] = triesOf(received);
    expect(events(payment ?? [])).toEqual(['InvoicePaymentReceived', 'InvoicePaymentReceived']);
    expect(events(state ?? [])).toEqual(['InvoiceActionStateChanged']);
    expect(payment?.[1]?.text).toBe(payment?.[0]?.text);
    expect(payment?.[0]?.key).toBe('shared');
    expect(state?.[0]?.body.Data.State).toMatchObject({ Stage: 'Completed' });
    expect(happened(billecta.invoice(id)).slice(-2)).toEqual(['Paid', 'Completed']);
    expect(billecta.deliveries.map((d) => [d.event, d.tries, d.lastStatus, d.outcome])).toEqual([
      ['InvoicePaymentReceived', 2, 200, 'delivered'],
      ['InvoiceActionStateChanged', 1, 200, 'delivered'],
    ]);
  });

  test('the payload is the invoice at the moment of the event', async () => {
    const billecta = await start();
    const received = await receiver(billecta, [500, 200]);
    const id = billecta.addInvoice({ stage: 'Attested' });
    billecta.send(id);
    billecta.registerPayment(id);
    await billecta.idle();
    const told = received.filter(({ body }) => body.Event === 'InvoiceActionStateChanged');
    const stages = triesOf(told).map((tries) => tries.map(({ body }) => body.Data.State.Stage));
    expect(stages).toEqual([['InvoiceSent', 'InvoiceSent'], ['Completed']]);
  });

  test('first tries go one at a time, to those that ticked the event', async () => {
    const billecta = await start();
    let underWay = 0;
    let most = 0;
    const url = await listen(async (_, answer) => {
      most = Math.max(most, ++underWay);
      await new Promise((resolve) => setTimeout(resolve, 10));
      underWay -= 1;
      answer.end();
    });
    billecta.addWebhook({ url, headers: {}, events: ['A', 'B', 'C'] });

    for (const event of ['A', 'B', 'X', 'C']) billecta.raise(event, {});
    await billecta.idle();
    expect(most).toBe(1);
    expect(billecta.deliveries.map(({ event }) => event)).toEqual(['A', 'B', 'C']);
  });

  test('after the last retry it is given up', async () => {
    const billecta = await start();
    await receiver(billecta, [500]);
    billecta.cancel(billecta.addInvoice());
    await billecta.idle();
    expect(billecta.deliveries).toMatchObject([{ tries: 3, lastStatus: 500, outcome: 'failed' }]);
  });

  test('a part payment changes no state; an overpayment is told as one', async () => {
    const billecta = await start();
    const received = await receiver(billecta);
    const id = billecta.addInvoice({ amountMinor: 1000 });
    billecta.registerPayment(id, 400);
    expect(billecta.invoice(id)).toMatchObject({
      State: { Stage: 'InvoiceSent' },
      CurrentAmount: { Value: 600 },
    });
    billecta.registerPayment(id, 700);
    await billecta.idle();
    expect(events(received)).toEqual([
      'InvoicePaymentReceived',
      'InvoicePaymentReceived',
      'Overpayment',
      'InvoiceActionStateChanged',
    ]);
    expect(received[2]?.body.Data).toMatchObject({
      Amount: { Value: 100 },
      UnhandledPaymentType: 'OverPayment',
    });
  });

  test('a crediting is told twice: of the invoice and of its credit invoice', async () => {
    const billecta = await start();
    const received = await receiver(billecta);
    const id = billecta.addInvoice();
    const creditInvoice = billecta.credit(id);
    await billecta.idle();
    expect(events(received)).toEqual([
      'AmountCreditedOnInvoice',
      'AmountCreditedOnInvoice',
      'InvoiceActionStateChanged',
    ]);
    expect(received.map(({ body }) => body.Data.ActionPublicId)).toEqual([id, creditInvoice, id]);
    expect(billecta.invoice(id)).toMatchObject({
      CreditedAmount: { Value: 125_000 },
      CurrentAmount: { Value: 0 },
      State: { Stage: 'Completed' },
    });
    expect((await read(billecta, creditInvoice)).CreditingInvoice?.SourcePublicId).toBe(id);
  });

  test('a dispute raises none by default, and nor does a seeded past', async () => {
    const billecta = await start();
    await receiver(billecta);
    const id = billecta.addInvoice({ stage: 'ReminderInvoiceSent', dueInDays: -20 });
    await run(billecta, 'dispute', id);
    expect(billecta.deliveries).toEqual([]);
  });

  test('they can be dropped, doubled, delayed and swapped', async () => {
    const billecta = await start();
    const received = await receiver(billecta);
    const raise = (...names: string[]) => {
      for (const name of names) billecta.raise(name, {});
    };
    billecta.fault({ kind: 'dropped', event: 'A', times: 1 });
    raise('A', 'B');
    await billecta.idle();
    billecta.fault({ kind: 'duplicated', times: 1 });
    raise('C', 'D');
    await billecta.idle();
    billecta.fault({ kind: 'delayed', ms: 40, times: 1 });
    raise('E', 'F');
    await billecta.idle();
    billecta.fault({ kind: 'reordered' });
    raise('G', 'H', 'I');
    await billecta.idle();

    expect(events(received)).toEqual(['B', 'C', 'C', 'D', 'F', 'E', 'H', 'G', 'I']);
    expect(received[1]?.text).toBe(received[2]?.text);
    expect(billecta.deliveries[0]).toMatchObject({ event: 'A', outcome: 'dropped', tries: 0 });
  });

  test('closing forgets what waits for a retry', async () => {
    const billecta = await start({ retryDelays: [60_000] });
    const received = await receiver(billecta, [500]);
    billecta.cancel(billecta.addInvoice());
    await vi.waitFor(() => expect(received).toHaveLength(1));
    await billecta.close();
    await billecta.idle();
    expect(billecta.deliveries).toMatchObject([{ tries: 1, outcome: 'waiting' }]);
  });
});
