/** The source of an invoice's shown state. */
export const invoiceSources = ['command', 'webhook', 'verified', 'reconciliation'] as const;
export type InvoiceSource = (typeof invoiceSources)[number];
