import type { EventType } from './event-type.ts';
import type { Invoice } from './invoice.ts';
import { isClosed } from './invoice.ts';
import type { Day } from './swedish-time.ts';
import { addDays, swedishDay } from './swedish-time.ts';

export interface PlannedEvent {
  readonly type: EventType;
  readonly day: Day;
}

/** Days from the due date to a reminder, and from there to debt collection: common settings, made up here. */
export const REMINDER_DELAY = 5;
export const DEBT_COLLECTION_DELAY = 15;

/**
 * The automatic steps ahead of an invoice that nothing holds back, the next one first. The simulator takes none
 * of them by itself; the control surface does. A step whose day has passed is planned for tomorrow.
 */
export function plannedEvents(invoice: Invoice, now: Date): PlannedEvent[] {
  if (isClosed(invoice)) return [];
  const today = swedishDay(now);
  const soonest = addDays(today, 1);
  const step = (type: EventType, day: Day): PlannedEvent => ({ type, day: day < soonest ? soonest : day });
  const debtCollection = step(
    'WillBeSentToDebtCollection',
    addDays(invoice.dueDate, REMINDER_DELAY + DEBT_COLLECTION_DELAY),
  );
  switch (invoice.stage) {
    case 'Attested':
      return [step('WillSendInvoice', invoice.invoiceDate)];
    case 'InvoiceSent': {
      const due: PlannedEvent[] =
        invoice.dueDate > today ? [{ type: 'InvoiceDue', day: invoice.dueDate }] : [];
      return [
        ...due,
        step('WillSendReminderInvoice', addDays(invoice.dueDate, REMINDER_DELAY)),
        debtCollection,
      ];
    }
    case 'ReminderInvoiceSent':
      return [debtCollection];
    default:
      return [];
  }
}
