import { log } from '../model/invoice.ts';
import type { World } from '../world.ts';
import { invoiceFor, raiseStateChanged } from './do-deed.ts';

/** Hands the claim over to debt collection (inkasso). */
export function sendToDebtCollection(world: World, actionPublicId: string): void {
  const invoice = invoiceFor('sendToDebtCollection', world, actionPublicId);
  invoice.stage = 'SentToDebtCollection';
  invoice.sentToDebtCollectionDate = world.now();
  invoice.debtCollectionActionPublicId = world.newActionPublicId();
  log(invoice, 'SentToDebtCollection', world.now());
  raiseStateChanged(world, invoice);
}
