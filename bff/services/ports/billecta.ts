import type { Command } from '../../domain/command.ts';
import type { Fields } from '../../domain/fields.ts';
import type { Invoice } from '../../domain/invoice/invoice.ts';
import type { Reminder } from '../../domain/invoice/invoice-notes.ts';
import type { Payment } from '../../domain/invoice/payment.ts';

/** The purpose of a read; earlier ones are admitted first, and have places of their own within Billecta's limits. */
export type ReadPriority = 'command' | 'user' | 'task' | 'verification' | 'reconciliation';

/** An entry of Billecta's event log about an invoice. */
export interface BillectaEvent {
  id: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Billecta's name for it, such as `InvoiceSent`. */
  type: string;
  title: string | null;
  content: string | null;
  by: string | null;
}

export interface InvoiceReading {
  invoice: Invoice;
  events: readonly BillectaEvent[];
}

export interface BillectaPort {
  /**
   * @param caller - who asks, so that each caller has a share of Billecta's limit; undefined for background work
   * @throws Fault `missing-in-billecta` or another `billecta-…`; `too-many-requests` when the caller's share is used up
   */
  readInvoice(
    actionPublicId: string,
    priority: ReadPriority,
    signal: AbortSignal,
    caller?: string,
  ): Promise<InvoiceReading>;
  /** The fields that are wanted of a debtor. @throws Fault `missing-in-billecta` or another `billecta-…` */
  readDebtor(debtorPublicId: string, priority: ReadPriority, signal: AbortSignal): Promise<Fields>;
  /**
   * Sends one command, once.
   *
   * @throws Fault whose `happened` says whether Billecta may have acted anyway
   */
  run(command: Command, actionPublicId: string, signal: AbortSignal): Promise<void>;
  /**
   * Writes a comment into the invoice's log, once.
   *
   * @param comment.toDebtor - whether the debtor reads it too
   * @throws Fault whose `happened` says whether Billecta may have acted anyway
   */
  comment(
    actionPublicId: string,
    comment: { text: string; toDebtor: boolean },
    signal: AbortSignal,
  ): Promise<void>;
  /** False while Billecta has failed so often that it is left alone for some seconds. */
  isAvailable(): boolean;
  /** The time of Billecta's clock; null while it is unknown. */
  clock(): Date | null;
  /** How long Billecta has asked the service to wait, ms; 0 when it has not. */
  askedToWait(): number;
}

/** A webhook's report of a debtor's approval of autogiro; `reason` is an AutogiroApprovalCommentCode. */
export interface Approval {
  state: 'failed' | 'changed';
  reason: string | null;
}

export type WebhookContent =
  | { kind: 'invoice'; invoice: Invoice }
  /** A withdrawal by autogiro; `invoice` where the webhook carries it. */
  | {
      kind: 'autogiro';
      actionPublicId: string;
      invoice: Invoice | null;
      state: 'failed' | 'renewed';
      reason: string | null;
    }
  /** Whether the invoice reached the debtor, and why not in Billecta's words. */
  | { kind: 'delivery'; actionPublicId: string; delivered: boolean; reason: string | null }
  /** Money moved, so that these invoices have changed; a read of them shows how. */
  | { kind: 'money'; payment: Payment | null; invoices: readonly string[] }
  /** A reminder of the invoice; `fields` are those of the reminder itself. */
  | { kind: 'reminder'; actionPublicId: string; reminder: Reminder; fields: Fields }
  /** The debtor, or their approval of autogiro, has changed; a read of them shows how. */
  | { kind: 'debtor'; debtorPublicId: string; approval: Approval | null }
  | { kind: 'unsupported' }
  | { kind: 'unreadable'; why: string };
