import type { EventType } from '../model/event-type.ts';
import type { Invoice } from '../model/invoice.ts';
import { leftToPay, log } from '../model/invoice.ts';
import { writeInstant } from '../model/swedish-time.ts';
import { amountView } from '../views/amount-view.ts';
import { invoiceActionView } from '../views/invoice-action-view.ts';
import type { RaisedEvent } from '../webhooks/webhook-event.ts';
import type { World } from '../world.ts';
import { invoiceFor } from './do-deed.ts';

/** The bank could not withdraw the amount by autogiro; `reason` is a name of AutogiroWithdrawalCommentCode. */
export function failAutogiro(world: World, actionPublicId: string, reason = 'NoCoverage'): void {
  const told = { type: 'AutogiroWithdrawal', event: 'AutogiroWithdrawalFailedOnInvoice' } as const;
  tellOfWithdrawal(world, actionPublicId, told, 'Dragningen misslyckades', reason);
}

/** The bank will try again the next day. */
export function renewAutogiroWithdrawal(world: World, actionPublicId: string, reason = 'NoCoverage'): void {
  const told = { type: 'AutogiroPaymentPostponed', event: 'AutogiroWithdrawalRenewedOnInvoice' } as const;
  tellOfWithdrawal(world, actionPublicId, told, 'Ett nytt försök görs nästa bankdag', reason);
}

/** Which view tells of it, and so where the reason is, is a candidate (facts 6.4). */
function tellOfWithdrawal(
  world: World,
  actionPublicId: string,
  { type, event }: { type: EventType; event: RaisedEvent },
  content: string,
  reason: string,
): void {
  const invoice = invoiceFor('registerPayment', world, actionPublicId);
  log(invoice, type, world.now(), { content });
  switch (world.candidates.autogiroWithdrawalPayload) {
    case 'invoice':
      world.raise(
        event,
        () => invoiceActionView(invoice, world),
        actionPublicId,
        () => reason,
      );
      break;
    case 'payment-status':
      world.raise(event, () => paymentStatus(invoice, reason, world), actionPublicId);
  }
}

const paymentStatus = (invoice: Invoice, reason: string, { creditor, now, candidates }: World) => ({
  PaymentPublicId: null,
  CreditorPublicId: creditor.publicId,
  Status: 'Failed',
  Amount: amountView(leftToPay(invoice), invoice.currency),
  PaymentDate: writeInstant(now(), candidates.dateTimes),
  ActionPublicId: invoice.actionPublicId,
  Comment: reason,
  Created: writeInstant(now(), candidates.dateTimes),
});
