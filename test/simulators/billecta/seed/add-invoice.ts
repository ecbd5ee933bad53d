import type { Debtor } from '../model/debtor.ts';
import { newDebtor } from '../model/debtor.ts';
import type { Invoice } from '../model/invoice.ts';
import { newInvoice } from '../model/new-invoice.ts';
import type { Day } from '../model/swedish-time.ts';
import { addDays, noonOf, swedishDay } from '../model/swedish-time.ts';
import type { World } from '../world.ts';
import type { InvoiceSeed } from './invoice-seed.ts';
import { liveTo } from './live-to.ts';

/**
 * Adds an invoice in the state described, with the log that leads there.
 *
 * @returns its ActionPublicId
 */
export function addInvoice(world: World, seed: InvoiceSeed): string {
  const today = swedishDay(world.now());
  const dueDate = addDays(today, seed.dueInDays ?? 10);
  const invoiceDate = earlier(addDays(dueDate, -30), today);
  const invoice = draft(world, seed, invoiceDate, dueDate);
  if (world.invoices.has(invoice.actionPublicId)) {
    throw new Error(`There is an invoice ${invoice.actionPublicId} already`);
  }
  world.invoices.set(invoice.actionPublicId, invoice);
  liveTo(world, invoice, seed);
  return invoice.actionPublicId;
}

function draft(world: World, seed: InvoiceSeed, invoiceDate: Day, dueDate: Day): Invoice {
  const created = noonOf(addDays(invoiceDate, -1));
  return newInvoice({
    actionPublicId: seed.actionPublicId ?? world.newActionPublicId(),
    actionType: 'InvoiceAction',
    invoiceNumber: seed.invoiceNumber ?? world.newInvoiceNumber(),
    debtor: debtorOf(world, seed, created),
    created,
    invoiceDate,
    dueDate,
    currency: seed.currency ?? 'SEK',
    invoiced: seed.amountMinor ?? 125_000,
    autogiro: seed.autogiro ?? false,
    externalReference: seed.externalReference ?? null,
  });
}

/** A debtor may have several invoices: one whose id is known is as it is, whatever else the seed says. */
function debtorOf({ debtors }: World, { debtor: seed = {}, autogiro }: InvoiceSeed, created: Date): Debtor {
  const known = seed.publicId && debtors.get(seed.publicId);
  if (known) return known;
  const debtor = newDebtor(autogiro ? { autogiro: 'Approved', ...seed } : seed, created);
  debtors.set(debtor.publicId, debtor);
  return debtor;
}

const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
