import { log } from '../model/invoice.ts';
import { reminderInvoiceActionView } from '../views/reminder-invoice-action-view.ts';
import type { World } from '../world.ts';
import { invoiceFor, raiseStateChanged } from './do-deed.ts';

/** The fee that Swedish law allows for a reminder, in öre. */
export const REMINDER_FEE = 6000;

/** Reminds the debtor; the fee, in minor units, is added to what is left to pay. */
export function sendReminder(world: World, actionPublicId: string, fee = REMINDER_FEE): void {
  const invoice = invoiceFor('sendReminder', world, actionPublicId);
  const reminder = { actionPublicId: world.newActionPublicId(), created: world.now(), fee };
  invoice.reminder = reminder;
  invoice.stage = 'ReminderInvoiceSent';
  log(invoice, 'ReminderInvoiceSent', world.now());
  const view = () => reminderInvoiceActionView(invoice, reminder, world);
  world.raise('ReminderInvoiceActionCreated', view, invoice.actionPublicId);
  raiseStateChanged(world, invoice);
}
