import { log } from '../model/invoice.ts';
import { invoiceActionView } from '../views/invoice-action-view.ts';
import type { World } from '../world.ts';
import { invoiceFor } from './do-deed.ts';

/** The bank could not withdraw the amount by autogiro. */
export function failAutogiro(world: World, actionPublicId: string): void {
  const invoice = invoiceFor('registerPayment', world, actionPublicId);
  log(invoice, 'AutogiroWithdrawal', world.now(), { content: 'Dragningen misslyckades: täckning saknas' });
  const view = () => invoiceActionView(invoice, world);
  world.raise('AutogiroWithdrawalFailedOnInvoice', view, invoice.actionPublicId);
}
