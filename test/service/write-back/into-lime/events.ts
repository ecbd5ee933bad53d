import { expect } from 'vitest';
import type { Harness } from '../../support/start.ts';

/** Something that happens in Billecta, and what Lime shows of it in the end. */
interface Happening {
  deeds(): void;
  /** @throws while Lime shows something else */
  shows(): void;
}

interface Tested {
  /** Makes what has to be there before. */
  prepare(harness: Harness): Happening;
}

const invoiceOf = (harness: Harness, limeId: number) => harness.lime.object('invoice', limeId);

const paymentsOf = (harness: Harness, limeId: number) =>
  harness.lime
    .objects('payment')
    .filter(({ properties }) => properties.invoice === limeId)
    .map(({ properties }) => properties);

/** A debtor that is in Lime too, with an invoice. */
function withDebtor(harness: Harness) {
  const { limeId, actionPublicId } = harness.addInvoice({ debtor: { name: 'Björkens Bygg AB' } });
  const { DebtorPublicId: debtorPublicId } = harness.billecta.invoice(actionPublicId).Debtor as {
    DebtorPublicId: string;
  };
  const debtorId = harness.lime.addObject('debtor', { name: 'Old name', debtorpublicid: debtorPublicId });
  return { limeId, actionPublicId, debtor: () => harness.lime.object('debtor', debtorId) };
}

/** Every supported event: what causes it, and what it comes to in Lime. */
export const events: Record<string, Tested> = {
  InvoiceActionAttested: {
    prepare(harness) {
      const { limeId, actionPublicId } = harness.addInvoice({ stage: 'Created' });
      return {
        deeds: () => harness.billecta.attest(actionPublicId),
        shows: () =>
          expect(invoiceOf(harness, limeId)).toMatchObject({
            invoicestatus: 'attested',
            disputed: false,
            nextevent: 'Faktura skickas',
          }),
      };
    },
  },
  InvoiceActionStateChanged: {
    prepare(harness) {
      const { limeId, actionPublicId } = harness.addInvoice({ stage: 'Created' });
      return {
        deeds() {
          harness.billecta.attest(actionPublicId);
          harness.billecta.send(actionPublicId);
          harness.billecta.makeManual(actionPublicId);
        },
        shows: () => expect(invoiceOf(harness, limeId)).toMatchObject({ invoicestatus: 'manual' }),
      };
    },
  },
  InvoicePaymentReceived: {
    prepare(harness) {
      const { limeId, actionPublicId } = harness.addInvoice();
      return {
        deeds() {
          harness.billecta.registerPayment(actionPublicId, 25_000);
          harness.billecta.registerPayment(actionPublicId);
        },
        shows() {
          expect(invoiceOf(harness, limeId)).toMatchObject({
            invoicestatus: 'paid',
            paidamount: 1250,
            currentamount: 0,
          });
          const payments = paymentsOf(harness, limeId);
          expect(payments.map(({ amount, paymenttype }) => [amount, paymenttype])).toEqual(
            expect.arrayContaining([
              [250, 'payment'],
              [1000, 'payment'],
            ]),
          );
          expect(payments).toHaveLength(2);
        },
      };
    },
  },
  ReminderInvoiceActionCreated: {
    prepare(harness) {
      const { limeId, actionPublicId } = harness.addInvoice({ dueInDays: -10 });
      return {
        deeds: () => harness.billecta.sendReminder(actionPublicId),
        shows: () =>
          expect(invoiceOf(harness, limeId)).toMatchObject({
            invoicestatus: 'reminded',
            reminderdate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
            reminderfee: 60,
            currentamount: 1310,
          }),
      };
    },
  },
  Overpayment: {
    prepare(harness) {
      const { limeId, actionPublicId } = harness.addInvoice();
      return {
        deeds: () => harness.billecta.registerPayment(actionPublicId, 135_000),
        shows() {
          expect(invoiceOf(harness, limeId)).toMatchObject({ invoicestatus: 'paid', paidamount: 1250 });
          const kinds = paymentsOf(harness, limeId).map(({ amount, paymenttype }) => [paymenttype, amount]);
          expect(kinds).toHaveLength(2);
          expect(kinds).toEqual(
            expect.arrayContaining([
              ['payment', 1250],
              ['overpayment', 100],
            ]),
          );
        },
      };
    },
  },
  OverpaymentMatchedToInvoice: {
    prepare(harness) {
      const overpaid = harness.addInvoice();
      const other = harness.addInvoice();
      return {
        deeds() {
          harness.billecta.registerPayment(overpaid.actionPublicId, 135_000);
          harness.billecta.matchOverpayment(overpaid.actionPublicId, other.actionPublicId);
        },
        shows() {
          expect(invoiceOf(harness, other.limeId)).toMatchObject({ paidamount: 100, currentamount: 1150 });
          expect(paymentsOf(harness, other.limeId)).toMatchObject([
            { paymenttype: 'overpaymentmatched', amount: 100 },
          ]);
        },
      };
    },
  },
  UnmatchedPayment: {
    prepare(harness) {
      let id = '';
      return {
        deeds() {
          id = harness.billecta.receiveUnmatchedPayment(77_700);
        },
        shows() {
          const found = harness.lime
            .objects('payment')
            .filter(({ properties }) => properties.paymentpublicid === id);
          expect(found.map(({ properties }) => properties)).toMatchObject([
            { paymenttype: 'unmatched', amount: 777, invoice: null },
          ]);
        },
      };
    },
  },
  AmountWrittenOffOnInvoice: {
    prepare(harness) {
      const { limeId, actionPublicId } = harness.addInvoice();
      return {
        deeds: () => harness.billecta.writeOff(actionPublicId, 10_000),
        shows() {
          expect(invoiceOf(harness, limeId)).toMatchObject({ writtenoffamount: 100, currentamount: 1150 });
          expect(paymentsOf(harness, limeId)).toEqual([]);
        },
      };
    },
  },
  AmountCreditedOnInvoice: {
    prepare(harness) {
      const { limeId, actionPublicId } = harness.addInvoice();
      let creditId = 0;
      return {
        deeds() {
          const credit = harness.billecta.credit(actionPublicId);
          creditId = harness.lime.addInvoice({
            invoiceNumber: `K${credit}`,
            actionPublicId: credit,
            debtor: 'Skogsbacken AB',
            amount: 0,
            dueDate: '2026-12-01',
          });
        },
        shows() {
          expect(invoiceOf(harness, limeId)).toMatchObject({
            invoicestatus: 'credited',
            creditedamount: 1250,
          });
          expect(invoiceOf(harness, creditId)).toMatchObject({ amount: -1250 });
        },
      };
    },
  },
  DebtorUpdated: {
    prepare(harness) {
      const { actionPublicId, debtor } = withDebtor(harness);
      return {
        deeds() {
          harness.billecta.updateDebtor(actionPublicId, { name: 'Björkens Bygg i Falun AB', city: 'Falun' });
          harness.billecta.updateDebtor(actionPublicId, { address: 'Nygatan 3' });
          harness.billecta.updateDebtor(actionPublicId, { city: 'Borlänge' });
        },
        shows: () =>
          expect(debtor()).toMatchObject({
            name: 'Björkens Bygg i Falun AB',
            address: 'Nygatan 3',
            city: 'Borlänge',
          }),
      };
    },
  },
  AutogiroApprovalFailed: {
    prepare(harness) {
      const { actionPublicId, debtor } = withDebtor(harness);
      return {
        deeds: () => harness.billecta.failAutogiroApproval(actionPublicId),
        shows: () =>
          expect(debtor()).toMatchObject({
            autogirostate: 'failed',
            // An approval alone has the debtor in the place where the reason would be.
            autogiroreason:
              harness.billecta.candidates.autogiroApprovalPayload === 'debtor'
                ? 'AccountTypeNotApprovedForAutogiro'
                : '',
          }),
      };
    },
  },
  AutogiroApprovalChanged: {
    prepare(harness) {
      const { actionPublicId, debtor } = withDebtor(harness);
      return {
        deeds() {
          harness.billecta.changeAutogiroApproval(actionPublicId, 'Pending');
          harness.billecta.changeAutogiroApproval(actionPublicId, 'Approved');
        },
        shows: () => expect(debtor()).toMatchObject({ autogirostate: 'approved', autogiroreason: '' }),
      };
    },
  },
  AutogiroWithdrawalFailedOnInvoice: {
    prepare(harness) {
      const { limeId, actionPublicId } = harness.addInvoice({ autogiro: true });
      return {
        deeds: () => harness.billecta.failAutogiro(actionPublicId, 'PaymentFailed'),
        shows: () =>
          expect(invoiceOf(harness, limeId)).toMatchObject({
            autogirostate: 'failed',
            autogiroreason: 'PaymentFailed',
          }),
      };
    },
  },
  AutogiroWithdrawalRenewedOnInvoice: {
    prepare(harness) {
      const { limeId, actionPublicId } = harness.addInvoice({ autogiro: true });
      return {
        deeds() {
          harness.billecta.failAutogiro(actionPublicId);
          harness.billecta.renewAutogiroWithdrawal(actionPublicId);
        },
        shows: () => expect(invoiceOf(harness, limeId)).toMatchObject({ autogirostate: 'renewed' }),
      };
    },
  },
  InvoiceCommented: {
    prepare(harness) {
      const { limeId, actionPublicId } = harness.addInvoice();
      return {
        deeds() {
          harness.billecta.comment(actionPublicId, 'debtor', 'Beloppet är fel.');
          harness.billecta.comment(actionPublicId, 'creditor', 'Vi har svarat per telefon.');
        },
        shows: () => expect(invoiceOf(harness, limeId)).toMatchObject({ debtorcomment: 'Beloppet är fel.' }),
      };
    },
  },
  UndeliveredInvoice: {
    prepare(harness) {
      const { limeId, actionPublicId } = harness.addInvoice();
      return {
        deeds: () =>
          harness.billecta.reportDelivery(actionPublicId, {
            delivered: false,
            reason: 'Adressen finns inte',
          }),
        shows: () =>
          expect(invoiceOf(harness, limeId)).toMatchObject({
            delivery: 'failed',
            deliveryreason: 'Adressen finns inte',
          }),
      };
    },
  },
};
