/** Names of InvoiceActionStageTypeView by number (facts/billecta.md 5.1). */
const stages: Record<number, string> = {
  [-1]: 'Unknown',
  0: 'None',
  1: 'Created',
  2: 'ReminderInvoiceSent',
  5: 'Manual',
  6: 'Completed',
  7: 'Cancelled',
  12: 'InvoiceSent',
  13: 'Attested',
  16: 'SentToDebtCollection',
  20: 'SalesRequested',
  21: 'SaleRequestAccepted',
  22: 'SalesRequestedCancelled',
  23: 'SalesRequestedDenied',
};

/** The names of EventTypeView that we look for, by number (facts/billecta.md 5.3). */
const eventTypes: Record<number, string> = { 12: 'Paused', 13: 'Resumed', 14: 'Disputed', 15: 'UnDisputed' };

/** Answers carry names, but numbers occur too. An unknown one is kept as it came. */
const nameIn = (names: Record<number, string>) => (value: string | number) => {
  const number = Number(value);
  return Number.isInteger(number) ? (names[number] ?? String(value)) : String(value);
};

export const stageName = nameIn(stages);
export const eventTypeName = nameIn(eventTypes);
