import { log } from '../model/invoice.ts';
import { Refusal } from '../model/refusal.ts';
import { eventsView } from '../views/events-view.ts';
import { invoiceActionView } from '../views/invoice-action-view.ts';
import type { World } from '../world.ts';
import { findInvoice } from '../world.ts';

/** Who writes about an invoice, and how the log names that (facts 5.3). */
const writers = {
  debtor: { type: 'CommentedByDebtor', by: 'Kund' },
  creditor: { type: 'CommentedByCreditor', by: 'API' },
} as const;

/** Somebody writes about an invoice. The webhook carries the log's new row and the whole invoice (facts 6.5). */
export function comment(world: World, actionPublicId: string, who: keyof typeof writers, text: string): void {
  if (text.trim() === '') throw new Refusal('Kommentar saknas');
  const invoice = findInvoice(world, actionPublicId);
  const { type, by } = writers[who];
  log(invoice, type, world.now(), { content: text, by });
  const row = () => eventsView(invoice, world).findLast(({ HasOccured }) => HasOccured);
  const payload = () => ({ Event: row(), InvoiceAction: invoiceActionView(invoice, world) });
  world.raise('InvoiceCommented', payload, actionPublicId);
}
