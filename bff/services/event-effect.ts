import { acceptSnapshot } from '../domain/accept-snapshot.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { EventState, InvoiceRecord, WebhookContent } from './ports.ts';

/** What applying an event comes to. */
export interface Effect {
  /** How the event ends. */
  state: EventState;
  words: string | null;
  /** The invoice to hold from now on. */
  hold: Invoice | null;
  /** The invoice that has to be read in Billecta. */
  read: string | null;
}

/** What an event comes to, given what is held of its invoice. Changes nothing; the same for real and for a dry run. */
export function effectOf(content: WebhookContent, held: InvoiceRecord['held']): Effect {
  switch (content.kind) {
    case 'invoice': {
      const { invoice } = content;
      const { store, readAgain } = acceptSnapshot(held ?? undefined, { kind: 'webhook', invoice });
      return {
        ...nothing(store ? 'applied' : 'superseded'),
        hold: store ? invoice : null,
        read: readAgain ? invoice.actionPublicId : null,
      };
    }
    case 'payment':
      return { ...nothing('applied'), read: content.actionPublicId };
    case 'supported-later':
      return nothing('waiting');
    case 'unsupported':
      return nothing('ignored');
    case 'unreadable':
      return nothing('unreadable', content.why);
  }
}

const nothing = (state: EventState, words: string | null = null): Effect => ({
  state,
  words,
  hold: null,
  read: null,
});

/** The invoice that a webhook is about, when it is one whose status it can change. */
export function invoiceOf(content: WebhookContent): string | null {
  switch (content.kind) {
    case 'invoice':
      return content.invoice.actionPublicId;
    case 'payment':
      return content.actionPublicId;
    default:
      return null;
  }
}
