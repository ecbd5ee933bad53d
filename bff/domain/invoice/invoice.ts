import type { Command } from '../command.ts';
import type { Fields } from '../fields.ts';
import type { Stage } from './stage.ts';

/** Minor units of `currency`. */
export interface Amounts {
  currency: string;
  invoiced: number;
  current: number;
  paid: number;
  credited: number;
  writtenOff: number;
}

/** The debtor's last comment on an invoice, by its entry in Billecta's event log. */
export interface DebtorComment {
  id: string;
  at: string;
  text: string;
}

/**
 * The state of one invoice in Billecta at one moment.
 *
 * Instants are ISO 8601 in UTC, days are `YYYY-MM-DD` in Sweden. `permits` carries Billecta's own `Can…` flags, null
 * where it gave none. `occurred` are the ids of the events that have happened: the invoice's logical clock.
 */
export interface Invoice {
  actionPublicId: string;
  creditorPublicId: string | null;
  debtorPublicId: string | null;
  invoiceNumber: string | null;
  stage: Stage;
  disputedSince: string | null;
  paused: boolean;
  pausedSince: string | null;
  amounts: Amounts | null;
  dueDate: string | null;
  /** `type` is Billecta's name for that kind of event, null where it did not say. */
  nextEvent: { text: string; date: string | null; type: string | null } | null;
  permits: Readonly<Record<Command, boolean | null>>;
  occurred: readonly string[];
  debtorComment: DebtorComment | null;
  /** Further fields of the field mapping. */
  fields: Fields;
}
