/** What each supported event carries (facts/billecta.md 6.4); `later` ones are kept until they are applied too. */
export const supportedEvents: ReadonlyMap<string, 'invoice' | 'payment' | 'later'> = new Map([
  ['InvoiceActionAttested', 'invoice'],
  ['InvoiceActionStateChanged', 'invoice'],
  ['InvoicePaymentReceived', 'payment'],
  ['AmountCreditedOnInvoice', 'later'],
  ['AmountWrittenOffOnInvoice', 'later'],
  ['ReminderInvoiceActionCreated', 'later'],
  ['Overpayment', 'later'],
  ['OverpaymentMatchedToInvoice', 'later'],
  ['UnmatchedPayment', 'later'],
  ['DebtorUpdated', 'later'],
  ['AutogiroApprovalFailed', 'later'],
  ['AutogiroApprovalChanged', 'later'],
  ['AutogiroWithdrawalFailedOnInvoice', 'later'],
  ['AutogiroWithdrawalRenewedOnInvoice', 'later'],
]);
