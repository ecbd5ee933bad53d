import { log } from '../model/invoice.ts';
import type { World } from '../world.ts';
import { invoiceFor, raiseStateChanged } from './do-deed.ts';

/** Sends an attested invoice to its debtor. */
export function send(world: World, actionPublicId: string): void {
  const invoice = invoiceFor('send', world, actionPublicId);
  invoice.stage = 'InvoiceSent';
  invoice.invoiceSentDate = world.now();
  log(invoice, 'InvoiceSent', world.now());
  raiseStateChanged(world, invoice);
}
