import { Refusal } from '../model/refusal.ts';
import { swedishDay } from '../model/swedish-time.ts';
import { unmatchedPayment } from '../model/unhandled-payment.ts';
import { unhandledPaymentView } from '../views/unhandled-payment-view.ts';
import type { World } from '../world.ts';

/**
 * Money (minor units) arrives that fits no invoice.
 *
 * @returns its UnhandledPaymentPublicId
 */
export function receiveUnmatchedPayment(world: World, amount: number): string {
  if (amount <= 0) throw new Refusal('Beloppet måste vara större än noll');
  const payment = unmatchedPayment(amount, swedishDay(world.now()));
  world.unhandledPayments.push(payment);
  world.raise('UnmatchedPayment', () => unhandledPaymentView(payment, world), payment.publicId);
  return payment.publicId;
}
