/**
 * The supported events, all of which follow from deeds (facts 6.4). Any other name of facts 6.5 can be raised with
 * a payload of the caller's.
 */
export type RaisedEvent =
  | 'InvoiceActionAttested'
  | 'InvoiceActionStateChanged'
  | 'InvoicePaymentReceived'
  | 'AmountCreditedOnInvoice'
  | 'AmountWrittenOffOnInvoice'
  | 'ReminderInvoiceActionCreated'
  | 'Overpayment'
  | 'OverpaymentMatchedToInvoice'
  | 'UnmatchedPayment'
  | 'DebtorUpdated'
  | 'AutogiroApprovalFailed'
  | 'AutogiroApprovalChanged'
  | 'AutogiroWithdrawalFailedOnInvoice'
  | 'AutogiroWithdrawalRenewedOnInvoice'
  | 'InvoiceCommented'
  | 'UndeliveredInvoice';

/** Something that Billecta tells its webhooks of. */
export interface Happening {
  readonly event: string;
  readonly payload: unknown;
  /** The second payload slot, nothing for nearly all events. */
  readonly secondPayload: unknown;
  readonly creditorPublicId: string;
  /** In Billecta's wire form. */
  readonly created: string;
}
