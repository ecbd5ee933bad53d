import { invoiceCommand } from './invoice-command.ts';

/** Ends the pause; Billecta starts the invoice's automatic events again. */
export const resumeInvoice = invoiceCommand('resume');
