import type { Deed } from '../model/abilities.ts';
import { whatCanBeDone } from '../model/abilities.ts';
import type { Invoice, Stage } from '../model/invoice.ts';
import { log } from '../model/invoice.ts';
import { Refusal } from '../model/refusal.ts';
import { invoiceActionView } from '../views/invoice-action-view.ts';
import type { World } from '../world.ts';
import { findInvoice } from '../world.ts';

/**
 * The invoice, if this deed is possible in its state.
 *
 * @throws NotFound when there is no such invoice
 * @throws Refusal when its state does not allow the deed
 */
export function invoiceFor(deed: Deed, world: World, actionPublicId: string): Invoice {
  const invoice = findInvoice(world, actionPublicId);
  if (!whatCanBeDone(invoice)[deed]) throw new Refusal(`Åtgärden är inte tillåten i status ${invoice.stage}`);
  return invoice;
}

export function raiseStateChanged(world: World, invoice: Invoice): void {
  world.raise('InvoiceActionStateChanged', () => invoiceActionView(invoice, world), invoice.actionPublicId);
}

/** Closes the invoice, and tells that its state has changed. */
export function close(
  world: World,
  invoice: Invoice,
  stage: Extract<Stage, 'Completed' | 'Cancelled'>,
): void {
  invoice.stage = stage;
  invoice.closedDate = world.now();
  log(invoice, stage, world.now());
  raiseStateChanged(world, invoice);
}
