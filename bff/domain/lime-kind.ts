/** The objects written to Lime: invoices, payments and debtors, and the invoice that a reminder may be there. */
export const limeKinds = ['invoice', 'reminder', 'payment', 'debtor'] as const;
export type LimeKind = (typeof limeKinds)[number];
