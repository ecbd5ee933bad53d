import { randomUUID } from 'node:crypto';
import { leftToPay, log } from '../model/invoice.ts';
import { incomingPaymentView } from '../views/incoming-payment-view.ts';
import type { World } from '../world.ts';
import { close, invoiceFor } from './do-deed.ts';

/** The creditor gives up part of the claim, in minor units, or all that is left of it. */
export function writeOff(world: World, actionPublicId: string, amount?: number): void {
  const invoice = invoiceFor('writeOff', world, actionPublicId);
  const given = Math.min(amount ?? leftToPay(invoice), leftToPay(invoice));
  invoice.writtenOff += given;
  log(invoice, 'WrittenOff', world.now());
  const movement = { amount: given, paymentReferenceId: randomUUID(), meanCode: 'WO' };
  const view = () => incomingPaymentView(invoice, movement, world);
  world.raise('AmountWrittenOffOnInvoice', view, invoice.actionPublicId);
  if (leftToPay(invoice) === 0) close(world, invoice, 'Completed');
}
