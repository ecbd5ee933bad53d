import type { WebhookContent } from '../ports/billecta.ts';
import type { InvoiceRecord } from '../ports/store/invoice-store.ts';
import { debtorChanged } from './effects/debtor-changed.ts';
import { deliveryReported } from './effects/delivery-reported.ts';
import { type Effect, effect, type Moment } from './effects/effect.ts';
import { invoiceChanged } from './effects/invoice-changed.ts';
import { moneyMoved } from './effects/money-moved.ts';
import { reminderCreated } from './effects/reminder-created.ts';
import { withdrawalReported } from './effects/withdrawal-reported.ts';

/**
 * The effect of an event, given the stored snapshot of its invoice. Changes nothing; the same for a run and a dry run.
 */
export function effectOf(content: WebhookContent, stored: InvoiceRecord['snapshot'], moment: Moment): Effect {
  switch (content.kind) {
    case 'invoice':
      return invoiceChanged(content, stored);
    case 'autogiro':
      return withdrawalReported(content, stored, moment);
    case 'delivery':
      return deliveryReported(content, moment);
    case 'money':
      return moneyMoved(content);
    case 'reminder':
      return reminderCreated(content);
    case 'debtor':
      return debtorChanged(content, moment);
    case 'unsupported':
      return effect('ignored');
    case 'unreadable':
      return effect('unreadable', { words: content.why });
  }
}

/** The invoice that a webhook is about, when its content changes a stored invoice. */
export function invoiceOf(content: WebhookContent): string | null {
  switch (content.kind) {
    case 'invoice':
      return content.invoice.actionPublicId;
    case 'reminder':
    case 'autogiro':
    case 'delivery':
      return content.actionPublicId;
    default:
      return null;
  }
}
