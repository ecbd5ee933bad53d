/**
 * The buttons of an invoice: `able` is what the control surface says can be done (always, where there is none), `path` where it does it, `raises`
 * the webhooks that follow. Those in a `group` are for now and then, and wait behind a disclosure.
 */
export const deeds = [
  {
    able: 'attest',
    path: 'attest',
    label: 'Attest',
    raises: ['InvoiceActionAttested', 'InvoiceActionStateChanged'],
  },
  { able: 'send', path: 'send', label: 'Send', raises: ['InvoiceActionStateChanged'] },
  { able: 'registerPayment', path: 'payment', label: 'Register payment', raises: ['InvoicePaymentReceived'] },
  {
    able: 'sendReminder',
    path: 'reminder',
    label: 'Send reminder',
    raises: ['ReminderInvoiceActionCreated'],
  },
  {
    able: 'sendToDebtCollection',
    path: 'collection',
    label: 'Send to debt collection',
    raises: ['InvoiceActionStateChanged'],
  },
  { able: 'credit', path: 'credit', label: 'Credit', raises: ['AmountCreditedOnInvoice'] },

  {
    group: 'Payment',
    able: 'registerPayment',
    path: 'payment',
    label: 'Pay half',
    times: 0.5,
    raises: ['InvoicePaymentReceived'],
  },
  {
    group: 'Payment',
    able: 'registerPayment',
    path: 'payment',
    label: 'Pay too much',
    times: 1.25,
    raises: ['InvoicePaymentReceived', 'Overpayment'],
  },
  {
    group: 'Payment',
    able: 'writeOff',
    path: 'write-off',
    label: 'Write off',
    raises: ['AmountWrittenOffOnInvoice'],
  },
  {
    group: 'Autogiro',
    able: 'registerPayment',
    path: 'autogiro-failure',
    label: 'Withdrawal fails',
    raises: ['AutogiroWithdrawalFailedOnInvoice'],
  },
  {
    group: 'Autogiro',
    able: 'registerPayment',
    path: 'autogiro-renewal',
    label: 'Withdrawal retried',
    raises: ['AutogiroWithdrawalRenewedOnInvoice'],
  },
  {
    group: 'Debtor',
    path: 'comment',
    label: 'Debtor writes',
    raises: ['InvoiceCommented'],
  },
  {
    group: 'Debtor',
    path: 'delivery',
    label: 'Delivery fails',
    raises: ['UndeliveredInvoice'],
  },
  {
    group: 'Handling',
    able: 'cancel',
    path: 'cancel',
    label: 'Cancel',
    raises: ['InvoiceActionStateChanged'],
  },
  {
    group: 'Handling',
    able: 'makeManual',
    path: 'manual',
    label: 'Handle manually',
    raises: ['InvoiceActionStateChanged'],
  },
  { group: 'Portal', able: 'dispute', path: 'portal/dispute', label: 'Dispute in portal' },
  {
    group: 'Portal',
    able: 'cancel-dispute',
    path: 'portal/cancel-dispute',
    label: 'Cancel dispute in portal',
  },
  { group: 'Portal', able: 'pause', path: 'portal/pause', label: 'Pause in portal' },
  { group: 'Portal', able: 'resume', path: 'portal/resume', label: 'Resume in portal' },
];

/** The buttons of a debtor's autogiro. */
export const approvals = [
  {
    path: 'approval',
    body: { stage: 'Approved' },
    label: 'Approve autogiro',
    raises: ['AutogiroApprovalChanged'],
  },
  {
    path: 'approval',
    body: { stage: 'Removed' },
    label: 'Remove approval',
    raises: ['AutogiroApprovalChanged'],
  },
  {
    path: 'approval',
    body: { stage: 'Pending' },
    label: 'Approval is awaited',
    raises: ['AutogiroApprovalChanged'],
  },
  { path: 'approval-failure', label: 'Approval fails', raises: ['AutogiroApprovalFailed'] },
];

/** The buttons that are not in a list above. */
export const others = [
  { label: 'Use on invoice', raises: ['OverpaymentMatchedToInvoice'] },
  { label: 'Receive an unmatched payment', raises: ['UnmatchedPayment'] },
  { label: 'Update debtor', raises: ['DebtorUpdated'] },
];
