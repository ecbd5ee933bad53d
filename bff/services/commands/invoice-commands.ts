import type { Command } from '../../domain/command.ts';
import { type InvoiceCommand, invoiceCommand } from './invoice-command.ts';

/** The four commands. */
export const invoiceCommands: Readonly<Record<Command, InvoiceCommand>> = {
  /** Marks the invoice as disputed in Billecta, so that reminders and debt collection stop. */
  dispute: invoiceCommand('dispute'),
  /** Cancels the dispute; Billecta starts all automatic events of the invoice again. */
  'cancel-dispute': invoiceCommand('cancel-dispute'),
  /** Puts the invoice on hold in Billecta, so that no reminder or escalation goes out. */
  pause: invoiceCommand('pause'),
  /** Ends the pause; Billecta starts the automatic events of the invoice again. */
  resume: invoiceCommand('resume'),
};
