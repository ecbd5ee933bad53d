import type { Invoice, Reminder } from '../model/invoice.ts';
import { leftToPay } from '../model/invoice.ts';
import { writeInstant } from '../model/swedish-time.ts';
import type { World } from '../world.ts';
import { amountView } from './amount-view.ts';
import { documentView } from './document-view.ts';
import type { ReminderInvoiceActionView } from './list-types.ts';

/** A reminder; it alone among the payloads names no creditor (facts 6.4). */
export function reminderInvoiceActionView(
  invoice: Invoice,
  reminder: Reminder,
  world: World,
): ReminderInvoiceActionView {
  const { Email: _, ...document } = documentView(invoice, world);
  return {
    ActionPublicId: reminder.actionPublicId,
    SourceActionPublicId: invoice.actionPublicId,
    Created: writeInstant(reminder.created, world.candidates.dateTimes),
    ClosedDate: null,
    Stage: invoice.stage,
    ReminderInvoices: [document],
    CurrentValue: amountView(leftToPay(invoice), invoice.currency),
    ReminderFee: amountView(reminder.fee, invoice.currency),
  };
}
