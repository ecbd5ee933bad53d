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
  const soonest = addDays(swedishDay(now), 1);
  const again: PlannedEvent[] = isWithdrawalPostponed(invoice)
    ? [{ type: 'AutogiroWithdrawal', day: soonest }]
    : [];
  return [...again, ...stepsOfStage(invoice, soonest)];
}

/** A withdrawal that failed is tried again the next day (facts 6.4). */
function isWithdrawalPostponed({ log }: Invoice): boolean {
  const last = log.findLast(({ type }) => type.startsWith('Autogiro'));
  return last?.type === 'AutogiroPaymentPostponed';
}

function stepsOfStage({ stage, invoiceDate, dueDate }: Invoice, soonest: Day): PlannedEvent[] {
  const step = (type: EventType, day: Day): PlannedEvent => ({ type, day: day < soonest ? soonest : day });
  const debtCollection = step(
    'WillBeSentToDebtCollection',
    addDays(dueDate, REMINDER_DELAY + DEBT_COLLECTION_DELAY),
  );
  switch (stage) {
    case 'Attested':
      return [step('WillSendInvoice', invoiceDate)];
    case 'InvoiceSent': {
      const due: PlannedEvent[] = dueDate >= soonest ? [{ type: 'InvoiceDue', day: dueDate }] : [];
      return [...due, step('WillSendReminderInvoice', addDays(dueDate, REMINDER_DELAY)), debtCollection];
    }
    case 'ReminderInvoiceSent':
      return [debtCollection];
    default:
      return [];
  }
}
