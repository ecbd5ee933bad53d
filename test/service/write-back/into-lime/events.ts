import { expect } from 'vitest';
import type { Bench } from '../../support/start.ts';

/** Something that happens in Billecta, and what Lime shows of it in the end. */
interface Happening {
  deeds(): void;
  /** @throws while Lime shows something else */
  shows(): void;
}

interface Tested {
  /** Makes what has to be there before. */
  prepare(bench: Bench): Happening;
}

const invoiceOf = (bench: Bench, limeId: number) => bench.lime.object('invoice', limeId);

const paymentsOf = (bench: Bench, limeId: number) =>
  bench.lime
    .objects('payment')
    .filter(({ properties }) => properties.invoice === limeId)
    .map(({ properties }) => properties);

/** A debtor that is in Lime too, with an invoice. */
function withDebtor(bench: Bench) {
  const { limeId, actionPublicId } = bench.addInvoice({ debtor: { name: 'Björkens Bygg AB' } });
  const { DebtorPublicId: debtorPublicId } = bench.billecta.invoice(actionPublicId).Debtor as {
    DebtorPublicId: string;
  };
  const debtorId = bench.lime.addObject('debtor', { name: 'Old name', debtorpublicid: debtorPublicId });
  return { limeId, actionPublicId, debtor: () => bench.lime.object('debtor', debtorId) };
}

/** Every supported event: what causes it, and what it comes to in Lime. */
export const events: Record<string, Tested> = {
  InvoiceActionAttested: {
    prepare(bench) {
      const { limeId, actionPublicId } = bench.addInvoice({ stage: 'Created' });
      return {
        deeds: () => bench.billecta.attest(actionPublicId),
        shows: () =>
          expect(invoiceOf(bench, limeId)).toMatchObject({
            invoicestatus: 'attested',
            disputed: false,
            nextevent: 'Faktura skickas',
          }),
      };
    },
  },
  InvoiceActionStateChanged: {
    prepare(bench) {
      const { limeId, actionPublicId } = bench.addInvoice({ stage: 'Created' });
      return {
        deeds() {
          bench.billecta.attest(actionPublicId);
          bench.billecta.send(actionPublicId);
          bench.billecta.makeManual(actionPublicId);
        },
        shows: () => expect(invoiceOf(bench, limeId)).toMatchObject({ invoicestatus: 'manual' }),
      };
    },
  },
  InvoicePaymentReceived: {
    prepare(bench) {
      const { limeId, actionPublicId } = bench.addInvoice();
      return {
        deeds() {
          bench.billecta.registerPayment(actionPublicId, 25_000);
          bench.billecta.registerPayment(actionPublicId);
        },
        shows() {
          expect(invoiceOf(bench, limeId)).toMatchObject({
            invoicestatus: 'paid',
            paidamount: 1250,
            currentamount: 0,
          });
          const payments = paymentsOf(bench, limeId);
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
    prepare(bench) {
      const { limeId, actionPublicId } = bench.addInvoice({ dueInDays: -10 });
      return {
        deeds: () => bench.billecta.sendReminder(actionPublicId),
        shows: () =>
          expect(invoiceOf(bench, limeId)).toMatchObject({
            invoicestatus: 'reminded',
            reminderdate: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
            reminderfee: 60,
            currentamount: 1310,
          }),
      };
    },
  },
  Overpayment: {
    prepare(bench) {
      const { limeId, actionPublicId } = bench.addInvoice();
      return {
        deeds: () => bench.billecta.registerPayment(actionPublicId, 135_000),
        shows() {
          expect(invoiceOf(bench, limeId)).toMatchObject({ invoicestatus: 'paid', paidamount: 1250 });
          const kinds = paymentsOf(bench, limeId).map(({ amount, paymenttype }) => [paymenttype, amount]);
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
    prepare(bench) {
      const overpaid = bench.addInvoice();
      const other = bench.addInvoice();
      return {
        deeds() {
          bench.billecta.registerPayment(overpaid.actionPublicId, 135_000);
          bench.billecta.matchOverpayment(overpaid.actionPublicId, other.actionPublicId);
        },
        shows() {
          expect(invoiceOf(bench, other.limeId)).toMatchObject({ paidamount: 100, currentamount: 1150 });
          expect(paymentsOf(bench, other.limeId)).toMatchObject([
            { paymenttype: 'overpaymentmatched', amount: 100 },
          ]);
        },
      };
    },
  },
  UnmatchedPayment: {
    prepare(bench) {
      let id = '';
      return {
        deeds() {
          id = bench.billecta.receiveUnmatchedPayment(77_700);
        },
        shows() {
          const found = bench.lime
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
    prepare(bench) {
      const { limeId, actionPublicId } = bench.addInvoice();
      return {
        deeds: () => bench.billecta.writeOff(actionPublicId, 10_000),
        shows() {
          expect(invoiceOf(bench, limeId)).toMatchObject({ writtenoffamount: 100, currentamount: 1150 });
          expect(paymentsOf(bench, limeId)).toEqual([]);
        },
      };
    },
  },
  AmountCreditedOnInvoice: {
    prepare(bench) {
      const { limeId, actionPublicId } = bench.addInvoice();
      let creditId = 0;
      return {
        deeds() {
          const credit = bench.billecta.credit(actionPublicId);
          creditId = bench.lime.addInvoice({
            invoiceNumber: `K${credit}`,
            actionPublicId: credit,
            debtor: 'Skogsbacken AB',
            amount: 0,
            dueDate: '2026-12-01',
          });
        },
        shows() {
          expect(invoiceOf(bench, limeId)).toMatchObject({ invoicestatus: 'credited', creditedamount: 1250 });
          expect(invoiceOf(bench, creditId)).toMatchObject({ amount: -1250 });
        },
      };
    },
  },
  DebtorUpdated: {
    prepare(bench) {
      const { actionPublicId, debtor } = withDebtor(bench);
      return {
        deeds() {
          bench.billecta.updateDebtor(actionPublicId, { name: 'Björkens Bygg i Falun AB', city: 'Falun' });
          bench.billecta.updateDebtor(actionPublicId, { address: 'Nygatan 3' });
          bench.billecta.updateDebtor(actionPublicId, { city: 'Borlänge' });
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
    prepare(bench) {
      const { actionPublicId, debtor } = withDebtor(bench);
      return {
        deeds: () => bench.billecta.failAutogiroApproval(actionPublicId),
        shows: () =>
          expect(debtor()).toMatchObject({
            autogirostate: 'failed',
            // An approval alone has the debtor in the place where the reason would be.
            autogiroreason:
              bench.billecta.candidates.autogiroApprovalPayload === 'debtor'
                ? 'AccountTypeNotApprovedForAutogiro'
                : '',
          }),
      };
    },
  },
  AutogiroApprovalChanged: {
    prepare(bench) {
      const { actionPublicId, debtor } = withDebtor(bench);
      return {
        deeds() {
          bench.billecta.changeAutogiroApproval(actionPublicId, 'Pending');
          bench.billecta.changeAutogiroApproval(actionPublicId, 'Approved');
        },
        shows: () => expect(debtor()).toMatchObject({ autogirostate: 'approved', autogiroreason: '' }),
      };
    },
  },
  AutogiroWithdrawalFailedOnInvoice: {
    prepare(bench) {
      const { limeId, actionPublicId } = bench.addInvoice({ autogiro: true });
      return {
        deeds: () => bench.billecta.failAutogiro(actionPublicId, 'PaymentFailed'),
        shows: () =>
          expect(invoiceOf(bench, limeId)).toMatchObject({
            autogirostate: 'failed',
            autogiroreason: 'PaymentFailed',
          }),
      };
    },
  },
  AutogiroWithdrawalRenewedOnInvoice: {
    prepare(bench) {
      const { limeId, actionPublicId } = bench.addInvoice({ autogiro: true });
      return {
        deeds() {
          bench.billecta.failAutogiro(actionPublicId);
          bench.billecta.renewAutogiroWithdrawal(actionPublicId);
        },
        shows: () => expect(invoiceOf(bench, limeId)).toMatchObject({ autogirostate: 'renewed' }),
      };
    },
  },
  InvoiceCommented: {
    prepare(bench) {
      const { limeId, actionPublicId } = bench.addInvoice();
      return {
        deeds() {
          bench.billecta.comment(actionPublicId, 'debtor', 'Beloppet är fel.');
          bench.billecta.comment(actionPublicId, 'creditor', 'Vi har svarat per telefon.');
        },
        shows: () => expect(invoiceOf(bench, limeId)).toMatchObject({ debtorcomment: 'Beloppet är fel.' }),
      };
    },
  },
  UndeliveredInvoice: {
    prepare(bench) {
      const { limeId, actionPublicId } = bench.addInvoice();
      return {
        deeds: () =>
          bench.billecta.reportDelivery(actionPublicId, { delivered: false, reason: 'Adressen finns inte' }),
        shows: () =>
          expect(invoiceOf(bench, limeId)).toMatchObject({
            delivery: 'failed',
            deliveryreason: 'Adressen finns inte',
          }),
      };
    },
  },
};
