import type { Debtor } from './debtor.ts';
import type { EventNote, LoggedEvent } from './event-log.ts';
import { occurred } from './event-log.ts';
import type { EventType } from './event-type.ts';
import type { Day } from './swedish-time.ts';

/** The stages that an invoice passes here, by Billecta's names (facts 5.1). */
export type Stage =
  | 'Created'
  | 'Attested'
  | 'InvoiceSent'
  | 'ReminderInvoiceSent'
  | 'SentToDebtCollection'
  | 'Manual'
  | 'Completed'
  | 'Cancelled';

export interface Reminder {
  readonly actionPublicId: string;
  readonly created: Date;
  readonly fee: number;
}

/** An invoice as the simulator keeps it. Amounts are minor units. */
export interface Invoice {
  readonly actionPublicId: string;
  readonly actionType: 'InvoiceAction' | 'CreditInvoiceAction';
  readonly debtor: Debtor;
  readonly created: Date;
  readonly invoiceDate: Day;
  readonly dueDate: Day;
  readonly paymentTermsInDays: number;
  readonly currency: string;
  readonly invoiced: number;
  readonly filePublicId: string;
  readonly externalReference: string | null;
  /** The invoice that this one credits. */
  readonly credits: Invoice | null;
  readonly autogiro: boolean;
  /** The number it has, or will have once attested. */
  readonly invoiceNumber: string;

  stage: Stage;
  paid: number;
  credited: number;
  writtenOff: number;
  isPaused: boolean;
  isDisputed: boolean;
  /** Outlives the dispute under one of the candidates. */
  disputedDate: Date | null;
  attestedDate: Date | null;
  invoiceSentDate: Date | null;
  sentToDebtCollectionDate: Date | null;
  closedDate: Date | null;
  reminder: Reminder | null;
  debtCollectionActionPublicId: string | null;
  readonly log: LoggedEvent[];
  /** Ids of events that are planned, so that a plan keeps its id from one read to the next. */
  readonly plannedIds: Map<EventType, string>;
}

/** What is left to pay, minor units. A void invoice asks for nothing. */
export function leftToPay(invoice: Invoice): number {
  if (invoice.stage === 'Cancelled') return 0;
  const fee = invoice.credited > 0 ? 0 : (invoice.reminder?.fee ?? 0);
  return Math.max(0, invoice.invoiced + fee - invoice.paid - invoice.credited - invoice.writtenOff);
}

export const isClosed = (invoice: Invoice): boolean => invoice.closedDate !== null;

/** No automatic step is taken while this holds (facts 4). */
export const isOnHold = (invoice: Invoice): boolean => invoice.isDisputed || invoice.isPaused;

export function log(invoice: Invoice, type: EventType, at: Date, note?: EventNote): void {
  invoice.log.push(occurred(type, at, note));
}
