import { log } from '../model/invoice.ts';
import { invoiceActionView } from '../views/invoice-action-view.ts';
import type { World } from '../world.ts';
import { invoiceFor, raiseStateChanged } from './do-deed.ts';

/** Books and locks a draft. Sending it is a step of its own here, so that both can be watched. */
export function attest(world: World, actionPublicId: string): void {
  const invoice = invoiceFor('attest', world, actionPublicId);
  invoice.stage = 'Attested';
  invoice.attestedDate = world.now();
  log(invoice, 'Attested', world.now());
  world.raise('InvoiceActionAttested', () => invoiceActionView(invoice, world), invoice.actionPublicId);
  raiseStateChanged(world, invoice);
}
