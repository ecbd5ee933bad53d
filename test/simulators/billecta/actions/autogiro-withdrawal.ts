import type { EventType } from '../model/event-type.ts';
import { log } from '../model/invoice.ts';
import { invoiceActionView } from '../views/invoice-action-view.ts';
import type { RaisedEvent } from '../webhooks/webhook-event.ts';
import type { World } from '../world.ts';
import { invoiceFor } from './do-deed.ts';

/** The bank could not withdraw the amount by autogiro. */
export function failAutogiro(world: World, actionPublicId: string): void {
  const content = 'Dragningen misslyckades: täckning saknas';
  tellOfWithdrawal(world, actionPublicId, 'AutogiroWithdrawal', 'AutogiroWithdrawalFailedOnInvoice', content);
}

/** The bank will try again the next day. */
export function renewAutogiroWithdrawal(world: World, actionPublicId: string): void {
  const content = 'Ett nytt försök görs nästa bankdag';
  tellOfWithdrawal(
    world,
    actionPublicId,
    'AutogiroPaymentPostponed',
    'AutogiroWithdrawalRenewedOnInvoice',
    content,
  );
}

function tellOfWithdrawal(
  world: World,
  actionPublicId: string,
  type: EventType,
  event: RaisedEvent,
  content: string,
): void {
  const invoice = invoiceFor('registerPayment', world, actionPublicId);
  log(invoice, type, world.now(), { content });
  world.raise(event, () => invoiceActionView(invoice, world), invoice.actionPublicId);
}
