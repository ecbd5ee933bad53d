import { acceptSnapshot } from '../../../domain/invoice/accept-snapshot.ts';
import type { WebhookContent } from '../../ports/billecta.ts';
import type { InvoiceRecord } from '../../ports/store/invoice-store.ts';
import { type Effect, effect } from './effect.ts';

/**
 * `InvoiceActionAttested`, `InvoiceActionStateChanged` and `InvoiceCommented`: the invoice as it was then, stored when
 * it is newer than the stored snapshot.
 */
export function invoiceChanged(
  { invoice }: Extract<WebhookContent, { kind: 'invoice' }>,
  stored: InvoiceRecord['snapshot'],
): Effect {
  const { store, read } = acceptSnapshot(stored ?? undefined, { kind: 'webhook', invoice });
  return effect(store ? 'applied' : 'superseded', {
    snapshot: store ? invoice : null,
    read: read ? [invoice.actionPublicId] : [],
  });
}
