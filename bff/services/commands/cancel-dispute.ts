import { invoiceCommand } from './invoice-command.ts';

/** Takes the dispute back; Billecta starts all the invoice's automatic events again. */
export const cancelDispute = invoiceCommand('cancel-dispute');
