import { invoiceCommand } from './invoice-command.ts';

/** Puts the invoice on hold in Billecta, so that no reminder or escalation goes out. */
export const pauseInvoice = invoiceCommand('pause');
