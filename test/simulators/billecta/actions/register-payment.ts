import { randomUUID } from 'node:crypto';
import { leftToPay, log } from '../model/invoice.ts';
import { incomingPaymentView } from '../views/incoming-payment-view.ts';
import { overpaymentView } from '../views/unhandled-payment-view.ts';
import type { World } from '../world.ts';
import { close, invoiceFor } from './do-deed.ts';

/**
 * Money arrives for the invoice; all that is left to pay when no amount (minor units) is given. What is paid
 * beyond the claim becomes an overpayment. A paid invoice is closed.
 */
export function registerPayment(world: World, actionPublicId: string, amount?: number): void {
  const invoice = invoiceFor('registerPayment', world, actionPublicId);
  const received = amount ?? leftToPay(invoice);
  const excess = Math.max(0, received - leftToPay(invoice));
  invoice.paid += received - excess;
  log(invoice, 'Paid', world.now());
  const movement = { amount: received - excess, paymentReferenceId: randomUUID(), meanCode: 'BG' };
  world.raise(
    'InvoicePaymentReceived',
    () => incomingPaymentView(invoice, movement, world),
    invoice.actionPublicId,
  );
  if (excess > 0) {
    log(invoice, 'OverPayment', world.now());
    world.raise('Overpayment', () => overpaymentView(invoice, excess, world), invoice.actionPublicId);
  }
  if (leftToPay(invoice) === 0) close(world, invoice, 'Completed');
}
