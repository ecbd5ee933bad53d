/** What a supported event carries (facts/billecta.md 6.4), as we read it. */
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
  | 'debtor';

/** The fourteen. Every other name is acknowledged and ignored. */
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
  ['AutogiroApprovalFailed', 'debtor'],
  ['AutogiroApprovalChanged', 'debtor'],
  ['AutogiroWithdrawalFailedOnInvoice', 'autogiro-failed'],
  ['AutogiroWithdrawalRenewedOnInvoice', 'autogiro-renewed'],
]);
