/**
 * The supported events that the simulator raises by itself (facts 6.4). Any other name of facts 6.4 or 6.5 can be
 * raised with a payload of the caller's.
 */
export type RaisedEvent =
  | 'InvoiceActionAttested'
  | 'InvoiceActionStateChanged'
  | 'InvoicePaymentReceived'
  | 'AmountCreditedOnInvoice'
  | 'AmountWrittenOffOnInvoice'
  | 'ReminderInvoiceActionCreated'
  | 'Overpayment'
  | 'DebtorUpdated'
  | 'AutogiroWithdrawalFailedOnInvoice';

/** Something that Billecta tells its webhooks of. */
export interface Happening {
  readonly event: string;
  readonly payload: unknown;
  /** The second payload slot, nothing for nearly all events. */
  readonly secondPayload: unknown;
  readonly id: string;
  readonly creditorPublicId: string;
  /** In Billecta's wire form. */
  readonly created: string;
}
