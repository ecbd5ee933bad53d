import { log } from '../model/invoice.ts';
import type { World } from '../world.ts';
import { invoiceFor, raiseStateChanged } from './do-deed.ts';

/** Takes the invoice out of automatic handling. */
export function makeManual(world: World, actionPublicId: string): void {
  const invoice = invoiceFor('makeManual', world, actionPublicId);
  invoice.stage = 'Manual';
  log(invoice, 'MadeManual', world.now());
  raiseStateChanged(world, invoice);
}
