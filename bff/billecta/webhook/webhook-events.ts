/** The content of a supported event (docs/facts/billecta.md 6.4), as the service reads it. */
export type Carries =
  | 'invoice'
  | 'autogiro-failed'
  | 'autogiro-renewed'
  | 'payment'
  | 'amount'
  | 'overpayment'
  | 'matched-overpayment'
  | 'unmatched-payment'
  | 'reminder'
  | 'debtor'
  | 'approval-failed'
  | 'approval-changed'
  | 'comment'
  | 'delivery';

/** The sixteen. Every other name is acknowledged and ignored. */
export const supportedEvents: ReadonlyMap<string, Carries> = new Map([
  ['InvoiceActionAttested', 'invoice'],
  ['InvoiceActionStateChanged', 'invoice'],
  ['InvoicePaymentReceived', 'payment'],
  ['AmountCreditedOnInvoice', 'amount'],
  ['AmountWrittenOffOnInvoice', 'amount'],
  ['ReminderInvoiceActionCreated', 'reminder'],
  ['Overpayment', 'overpayment'],
  ['OverpaymentMatchedToInvoice', 'matched-overpayment'],
  ['UnmatchedPayment', 'unmatched-payment'],
  ['DebtorUpdated', 'debtor'],
  ['AutogiroApprovalFailed', 'approval-failed'],
  ['AutogiroApprovalChanged', 'approval-changed'],
  ['AutogiroWithdrawalFailedOnInvoice', 'autogiro-failed'],
  ['AutogiroWithdrawalRenewedOnInvoice', 'autogiro-renewed'],
  ['InvoiceCommented', 'comment'],
  ['UndeliveredInvoice', 'delivery'],
]);

const spelling: ReadonlyMap<string, string> = new Map(
  [...supportedEvents.keys()].map((name) => [name.toLowerCase(), name]),
);

/** The name of a supported event as the table spells it, whatever the case of its letters; any other as it arrived. */
export const canonicalName = (name: string): string => spelling.get(name.toLowerCase()) ?? name;
