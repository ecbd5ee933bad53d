import { randomUUID } from 'node:crypto';
import type { Invoice } from '../model/invoice.ts';
import { Refusal } from '../model/refusal.ts';
import type { Overpayment } from '../model/unhandled-payment.ts';
import { incomingPaymentView } from '../views/incoming-payment-view.ts';
import { unhandledPaymentView } from '../views/unhandled-payment-view.ts';
import type { World } from '../world.ts';
import { findInvoice } from '../world.ts';
import { invoiceFor } from './do-deed.ts';
import { settle } from './settle.ts';

/**
 * Uses the first unused overpayment of an invoice on another. What the other cannot take is overpaid there.
 *
 * @throws Refusal when the invoice has no unused overpayment, or the other takes no payment
 */
export function matchOverpayment(world: World, actionPublicId: string, usedOnActionPublicId: string): void {
  const overpayment = unusedOf(world, findInvoice(world, actionPublicId));
  if (!overpayment) throw new Refusal('Fakturan har ingen överbetalning att använda');
  const usedOn = invoiceFor('registerPayment', world, usedOnActionPublicId);
  overpayment.usedOn = usedOn;
  settle(world, usedOn, overpayment.amount, (taken) => {
    const view = () => matchedView(world, overpayment, usedOn, taken);
    world.raise('OverpaymentMatchedToInvoice', view, usedOn.actionPublicId);
  });
}

function unusedOf({ unhandledPayments }: World, invoice: Invoice): Overpayment | undefined {
  return unhandledPayments.find(
    (payment): payment is Overpayment =>
      payment.type === 'OverPayment' && payment.paidOn === invoice && payment.usedOn === null,
  );
}

/** Which of the two views tells it is a candidate (facts 6.4). */
function matchedView(world: World, overpayment: Overpayment, usedOn: Invoice, taken: number): object {
  switch (world.candidates.overpaymentMatchedPayload) {
    case 'unhandled-payment':
      return unhandledPaymentView(overpayment, world);
    case 'incoming-payment':
      return incomingPaymentView(
        usedOn,
        { amount: taken, paymentReferenceId: randomUUID(), meanCode: 'OP' },
        world,
      );
  }
}
