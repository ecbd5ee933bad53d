import { randomUUID } from 'node:crypto';
import { leftToPay } from '../model/invoice.ts';
import { incomingPaymentView } from '../views/incoming-payment-view.ts';
import type { World } from '../world.ts';
import { invoiceFor } from './do-deed.ts';
import { settle } from './settle.ts';

/**
 * Money arrives for the invoice; all that is left to pay when no amount (minor units) is given. What is paid
 * beyond the claim becomes an overpayment. A paid invoice is closed.
 */
export function registerPayment(world: World, actionPublicId: string, amount?: number): void {
  const invoice = invoiceFor('registerPayment', world, actionPublicId);
  settle(world, invoice, amount ?? leftToPay(invoice), (taken) => {
    const movement = { amount: taken, paymentReferenceId: randomUUID(), meanCode: 'BG' };
    const view = () => incomingPaymentView(invoice, movement, world);
    world.raise('InvoicePaymentReceived', view, invoice.actionPublicId);
  });
}
