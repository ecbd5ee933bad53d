import type { Invoice } from '../model/invoice.ts';
import { leftToPay, log } from '../model/invoice.ts';
import { swedishDay } from '../model/swedish-time.ts';
import { overpaymentOf } from '../model/unhandled-payment.ts';
import { ocr } from '../views/document-view.ts';
import { unhandledPaymentView } from '../views/unhandled-payment-view.ts';
import type { World } from '../world.ts';
import { close } from './do-deed.ts';

/**
 * Puts money, in minor units, on an invoice: it is told by `tell` with what the invoice could take, what is beyond
 * that becomes an overpayment, and a paid invoice is closed.
 */
export function settle(world: World, invoice: Invoice, amount: number, tell: (taken: number) => void): void {
  const excess = Math.max(0, amount - leftToPay(invoice));
  invoice.paid += amount - excess;
  log(invoice, 'Paid', world.now());
  tell(amount - excess);
  if (excess > 0) keepOverpayment(world, invoice, excess);
  if (leftToPay(invoice) === 0) close(world, invoice, 'Completed');
}

function keepOverpayment(world: World, invoice: Invoice, amount: number): void {
  const day = swedishDay(world.now());
  const overpayment = overpaymentOf(invoice, { amount, day, reference: ocr(invoice) });
  world.unhandledPayments.push(overpayment);
  log(invoice, 'OverPayment', world.now());
  world.raise('Overpayment', () => unhandledPaymentView(overpayment, world), invoice.actionPublicId);
}
