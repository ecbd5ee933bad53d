import { acceptSnapshot } from '../../domain/accept-snapshot.ts';
import type { WebhookContent } from '../ports/billecta.ts';
import type { InvoiceRecord } from '../ports/invoices.ts';
import { type Effect, effect } from './effect.ts';

/**
 * `InvoiceActionAttested`, `InvoiceActionStateChanged`, `AutogiroWithdrawalFailedOnInvoice` and `…RenewedOnInvoice`:
 * the invoice as it was then, held when it is newer than what is; and that autogiro is in trouble.
 */
export function invoiceChanged(
  { invoice, autogiro }: Extract<WebhookContent, { kind: 'invoice' }>,
  held: InvoiceRecord['held'],
  now: string,
): Effect {
  const { store, readAgain } = acceptSnapshot(held ?? undefined, { kind: 'webhook', invoice });
  return effect(store || autogiro ? 'applied' : 'superseded', {
    hold: store ? invoice : null,
    note: autogiro && { autogiro: { state: autogiro, since: now, clock: invoice.occurred.length } },
    read: readAgain ? [invoice.actionPublicId] : [],
  });
}
