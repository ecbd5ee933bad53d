import { describe, expect, test } from 'vitest';
import type { BillectaSimulator } from '../index.ts';
import { call, happened, receiver, start } from './support.ts';

/** The bodies received of an event, first come first. */
async function told(
  billecta: BillectaSimulator,
  received: Awaited<ReturnType<typeof receiver>>,
  event: string,
) {
  await billecta.idle();
  return received.filter(({ body }) => body.Event === event).map(({ body }) => body as unknown as Told);
}

interface Told {
  Data: Record<string, unknown>;
  AdditionalData: Record<string, unknown> | null;
}

describe('an overpayment', () => {
  test('is used on another invoice under the id it came with, and closes that when it is enough', async () => {
    const billecta = await start();
    const received = await receiver(billecta);
    const overpaid = billecta.addInvoice({ amountMinor: 1000 });
    const other = billecta.addInvoice({ amountMinor: 500 });
    billecta.registerPayment(overpaid, 1500);
    billecta.matchOverpayment(overpaid, other);

    const [came] = await told(billecta, received, 'Overpayment');
    const [used] = await told(billecta, received, 'OverpaymentMatchedToInvoice');
    expect(came?.Data).toMatchObject({
      State: 'Unhandled',
      OverpaymentDetails: { ActionPublicId: overpaid, UsedOnActionPublicId: null },
    });
    expect(used?.Data).toEqual({
      ...came?.Data,
      State: 'UsedOnInvoice',
      OverpaymentDetails: {
        ...(came?.Data.OverpaymentDetails as object),
        UsedOnActionPublicId: other,
      },
    });
    expect(billecta.invoice(overpaid).PaidAmount.Value).toBe(1000);
    expect(billecta.invoice(other)).toMatchObject({
      PaidAmount: { Value: 500 },
      CurrentAmount: { Value: 0 },
      State: { Stage: 'Completed' },
    });
    expect(happened(billecta.invoice(other)).slice(-2)).toEqual(['Paid', 'Completed']);
  });

  test('is used once, and where it is more than enough the rest is overpaid there', async () => {
    const billecta = await start();
    const received = await receiver(billecta);
    const overpaid = billecta.addInvoice({ amountMinor: 1000 });
    const other = billecta.addInvoice({ amountMinor: 200 });
    expect(() => billecta.matchOverpayment(overpaid, other)).toThrow('ingen överbetalning');
    billecta.registerPayment(overpaid, 1500);
    billecta.matchOverpayment(overpaid, other);
    expect(() => billecta.matchOverpayment(overpaid, billecta.addInvoice())).toThrow('ingen överbetalning');

    const overpayments = await told(billecta, received, 'Overpayment');
    expect(overpayments.map(({ Data }) => Data)).toMatchObject([
      { Amount: { Value: 500 }, OverpaymentDetails: { ActionPublicId: overpaid } },
      { Amount: { Value: 300 }, OverpaymentDetails: { ActionPublicId: other } },
    ]);
    expect(overpayments[0]?.Data.UnhandledPaymentPublicId).not.toBe(
      overpayments[1]?.Data.UnhandledPaymentPublicId,
    );
  });

  test('may be told as a payment of the invoice that it is used on', async () => {
    const billecta = await start({ candidates: { overpaymentMatchedPayload: 'incoming-payment' } });
    const received = await receiver(billecta);
    const overpaid = billecta.addInvoice({ amountMinor: 1000, stage: 'Completed', paidMinor: 1300 });
    const other = billecta.addInvoice({ amountMinor: 500 });
    billecta.matchOverpayment(overpaid, other);
    const [used] = await told(billecta, received, 'OverpaymentMatchedToInvoice');
    expect(used?.Data).toMatchObject({
      ActionPublicId: other,
      Amount: { Value: 300 },
      IsReminderPayment: false,
    });
    expect(used?.Data).not.toHaveProperty('UnhandledPaymentPublicId');
  });
});

test('a payment that fits no invoice is told without debtor and invoice', async () => {
  const billecta = await start();
  const received = await receiver(billecta);
  const id = billecta.receiveUnmatchedPayment(12_345);
  const [payment] = await told(billecta, received, 'UnmatchedPayment');
  expect(payment?.Data).toMatchObject({
    UnhandledPaymentPublicId: id,
    UnhandledPaymentType: 'UnmatchedPayment',
    DebtorPublicId: null,
    OverpaymentDetails: null,
    Amount: { Value: 12_345 },
    State: 'Unhandled',
  });
});

describe('autogiro', () => {
  test('an approval that fails, comes and goes is told as the debtor', async () => {
    const billecta = await start();
    const received = await receiver(billecta);
    const id = billecta.addInvoice();
    expect(billecta.invoice(id).Debtor.Autogiro).toBeNull();
    billecta.failAutogiroApproval(id);
    for (const stage of ['Pending', 'Approved', 'Removed'] as const)
      billecta.changeAutogiroApproval(id, stage);

    const [failed] = await told(billecta, received, 'AutogiroApprovalFailed');
    const changed = await told(billecta, received, 'AutogiroApprovalChanged');
    expect(failed?.Data).toMatchObject({ Autogiro: { Stage: 'Failed', Active: false } });
    expect(changed.map(({ Data }) => Data.Autogiro)).toMatchObject([
      { Stage: 'Pending', Active: false },
      { Stage: 'Approved', Active: true },
      { Stage: 'Removed', Active: false },
    ]);
    expect(billecta.invoice(id).Debtor.Autogiro?.Stage).toBe('Removed');
  });

  test('an approval may be told without ids, with the debtor in the second place', async () => {
    const billecta = await start({ candidates: { autogiroApprovalPayload: 'approval', enums: 'numbers' } });
    const received = await receiver(billecta);
    const id = billecta.addInvoice({ autogiro: true });
    billecta.changeAutogiroApproval(id, 'Removed');
    const [changed] = await told(billecta, received, 'AutogiroApprovalChanged');
    expect(Object.keys(changed?.Data ?? {})).toEqual(['Created', 'Active', 'AutoGiroApprovalXML']);
    expect(changed?.AdditionalData).toMatchObject({
      DebtorPublicId: billecta.invoice(id).Debtor.DebtorPublicId,
      Autogiro: { Stage: 3 },
    });
  });

  test('a withdrawal that fails and is renewed grows the log, and is the next event until it is made', async () => {
    const billecta = await start();
    const received = await receiver(billecta);
    const id = billecta.addInvoice({ autogiro: true });
    billecta.failAutogiro(id);
    billecta.renewAutogiroWithdrawal(id);
    const [renewed] = await told(billecta, received, 'AutogiroWithdrawalRenewedOnInvoice');
    expect(renewed?.Data).toMatchObject({ ActionPublicId: id, State: { NextEvent: 'Autogirodragning' } });
    expect(happened(billecta.invoice(id)).slice(-2)).toEqual([
      'AutogiroWithdrawal',
      'AutogiroPaymentPostponed',
    ]);
    billecta.failAutogiro(id);
    expect(billecta.invoice(id).State.NextEvent).toBe('Faktura förfaller');
  });
});

describe('a debtor', () => {
  const path = (id: string) => `/v1/debtors/debtor/${id}`;

  test('is read by its id, with all its invoices changed as one', async () => {
    const billecta = await start();
    const publicId = '6f1d4f0a-5a0e-4a7e-9b58-0f6a6f0e7d11';
    const first = billecta.addInvoice({ debtor: { publicId, name: 'Vasa Redovisning AB' } });
    const second = billecta.addInvoice({ debtor: { publicId } });
    billecta.updateDebtor(first, { city: 'Vasa' });

    const answer = await call(billecta, 'GET', path(publicId));
    expect(await answer.json()).toMatchObject({ DebtorPublicId: publicId, City: 'Vasa' });
    expect(billecta.invoice(second).Debtor).toMatchObject({ Name: 'Vasa Redovisning AB', City: 'Vasa' });
    expect(billecta.calls.at(-1)).toMatchObject({ operation: 'debtor', status: 200 });
  });

  test('that does not exist is 404 in Swedish, and nobody reads one without a credential', async () => {
    const billecta = await start();
    const answer = await call(billecta, 'GET', path('none'));
    expect([answer.status, await answer.json()]).toMatchObject([404, { Message: 'Kunden hittades inte' }]);
    expect((await call(billecta, 'GET', path('none'), { headers: {} })).status).toBe(401);
  });
});
