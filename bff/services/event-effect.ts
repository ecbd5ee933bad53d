import { debtorChanged } from './effects/debtor-changed.ts';
import { type Effect, effect } from './effects/effect.ts';
import { invoiceChanged } from './effects/invoice-changed.ts';
import { moneyMoved } from './effects/money-moved.ts';
import { reminderCreated } from './effects/reminder-created.ts';
import type { WebhookContent } from './ports/billecta.ts';
import type { InvoiceRecord } from './ports/invoices.ts';

/** What an event comes to, given what is held of its invoice. Changes nothing; the same for real and for a dry run. */
export function effectOf(content: WebhookContent, held: InvoiceRecord['held'], now: string): Effect {
  switch (content.kind) {
    case 'invoice':
      return invoiceChanged(content, held, now);
    case 'money':
      return moneyMoved(content);
    case 'reminder':
      return reminderCreated(content);
    case 'debtor':
      return debtorChanged(content);
    case 'unsupported':
      return effect('ignored');
    case 'unreadable':
      return effect('unreadable', { words: content.why });
  }
}

/** The invoice that a webhook is about, when what it says changes what is held of one. */
export function invoiceOf(content: WebhookContent): string | null {
  switch (content.kind) {
    case 'invoice':
      return content.invoice.actionPublicId;
    case 'reminder':
      return content.actionPublicId;
    default:
      return null;
  }
}
