import { invoiceCommand } from './invoice-command.ts';

/** Marks the invoice as disputed in Billecta, so that reminders and debt collection stop. */
export const disputeInvoice = invoiceCommand('dispute');
