import type { EventState } from '../../../domain/event-state.ts';
import type { Invoice } from '../../../domain/invoice/invoice.ts';
import type { InvoiceNotes } from '../../../domain/invoice/invoice-notes.ts';
import type { LimeWrite } from '../../ports/store/lime-writes.ts';
import type { Notice } from '../../ports/store/notices.ts';

/** When an event happened, and when it is applied: ISO 8601 in UTC. */
export interface Moment {
  at: string;
  now: string;
}

/** The effect of applying an event. */
export interface Effect {
  /** How the event ends. */
  state: EventState;
  words: string | null;
  /** The snapshot to store. */
  snapshot: Invoice | null;
  /** The notes to store of its invoice. */
  note: Partial<InvoiceNotes> | null;
  /** The timeline's entry, beside Billecta's own log. */
  notice: Omit<Notice, 'eventId'> | null;
  /** Invoices that have to be read in Billecta. */
  read: readonly string[];
  /** The debtor to read in Billecta. */
  debtor: string | null;
  /** The write to Lime beside the invoice's own fields. */
  write: LimeWrite | null;
}

/** An effect that consists of the given parts only. */
export const effect = (state: EventState, given: Partial<Effect> = {}): Effect => ({
  state,
  words: null,
  snapshot: null,
  note: null,
  notice: null,
  read: [],
  debtor: null,
  write: null,
  ...given,
});
