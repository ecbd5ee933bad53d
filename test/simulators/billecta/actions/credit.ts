import { randomUUID } from 'node:crypto';
import type { Invoice } from '../model/invoice.ts';
import { log } from '../model/invoice.ts';
import { newInvoice } from '../model/new-invoice.ts';
import { swedishDay } from '../model/swedish-time.ts';
import { incomingPaymentView } from '../views/incoming-payment-view.ts';
import type { World } from '../world.ts';
import { close, invoiceFor } from './do-deed.ts';

/**
 * Credits what is left of an invoice with a credit invoice, and closes it. Billecta tells of a crediting twice;
 * which invoices the two tell of is a candidate (facts 6.4).
 *
 * @returns the ActionPublicId of the credit invoice
 */
export function credit(world: World, actionPublicId: string): string {
  const invoice = invoiceFor('credit', world, actionPublicId);
  const amount = invoice.invoiced - invoice.paid - invoice.writtenOff;
  invoice.credited = amount;
  log(invoice, 'Credited', world.now());
  const creditInvoice = addCreditInvoice(world, invoice, amount);
  const movement = { amount, paymentReferenceId: randomUUID(), meanCode: 'CR' };
  for (const told of toldOf(world, invoice, creditInvoice)) {
    world.raise(
      'AmountCreditedOnInvoice',
      () => incomingPaymentView(told, movement, world),
      told.actionPublicId,
    );
  }
  close(world, invoice, 'Completed');
  return creditInvoice.actionPublicId;
}

function toldOf({ candidates }: World, original: Invoice, creditInvoice: Invoice): Invoice[] {
  switch (candidates.creditedWebhooks) {
    case 'original-and-credit-invoice':
      return [original, creditInvoice];
    case 'original-twice':
      return [original, original];
    case 'once':
      return [original];
  }
}

function addCreditInvoice(world: World, original: Invoice, amount: number): Invoice {
  const now = world.now();
  const creditInvoice = newInvoice({
    actionPublicId: world.newActionPublicId(),
    actionType: 'CreditInvoiceAction',
    invoiceNumber: world.newInvoiceNumber(),
    debtor: original.debtor,
    created: now,
    invoiceDate: swedishDay(now),
    dueDate: swedishDay(now),
    currency: original.currency,
    invoiced: -amount,
    credits: original,
  });
  creditInvoice.stage = 'Completed';
  creditInvoice.attestedDate = now;
  creditInvoice.closedDate = now;
  log(creditInvoice, 'Attested', now);
  log(creditInvoice, 'Completed', now);
  world.invoices.set(creditInvoice.actionPublicId, creditInvoice);
  return creditInvoice;
}
