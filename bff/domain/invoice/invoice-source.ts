/** Where what is shown of an invoice came from. */
export const invoiceSources = ['command', 'webhook', 'verified', 'reconciliation'] as const;
export type InvoiceSource = (typeof invoiceSources)[number];
