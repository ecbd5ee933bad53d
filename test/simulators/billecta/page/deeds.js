/**
 * The buttons of an invoice: `able` is what the control surface says can be done, `path` where it does it.
 * Those with `more` are for now and then, and wait behind a disclosure.
 */
export const deeds = [
  { able: 'attest', path: 'attest', label: 'Attest' },
  { able: 'send', path: 'send', label: 'Send' },
  { able: 'registerPayment', path: 'payment', label: 'Register payment' },
  { able: 'sendReminder', path: 'reminder', label: 'Send reminder' },
  { able: 'sendToDebtCollection', path: 'collection', label: 'Send to debt collection' },
  { able: 'credit', path: 'credit', label: 'Credit' },
  { able: 'registerPayment', path: 'payment', label: 'Pay half', half: true, more: true },
  { able: 'writeOff', path: 'write-off', label: 'Write off', more: true },
  { able: 'cancel', path: 'cancel', label: 'Cancel', more: true },
  { able: 'makeManual', path: 'manual', label: 'Handle manually', more: true },
  { able: 'dispute', path: 'portal/dispute', label: 'Dispute in portal', more: true },
  { able: 'cancel-dispute', path: 'portal/cancel-dispute', label: 'Cancel dispute in portal', more: true },
  { able: 'pause', path: 'portal/pause', label: 'Pause in portal', more: true },
  { able: 'resume', path: 'portal/resume', label: 'Resume in portal', more: true },
];
