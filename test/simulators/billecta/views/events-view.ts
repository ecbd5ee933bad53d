import { randomUUID } from 'node:crypto';
import type { LoggedEvent } from '../model/event-log.ts';
import type { EventType } from '../model/event-type.ts';
import { eventTitles } from '../model/event-type.ts';
import type { Invoice } from '../model/invoice.ts';
import { isOnHold } from '../model/invoice.ts';
import type { PlannedEvent } from '../model/plan.ts';
import { plannedEvents } from '../model/plan.ts';
import { writeDay, writeInstant } from '../model/swedish-time.ts';
import type { World } from '../world.ts';
import type { InvoiceActionEventView } from './types.ts';

/** The log as it has grown, then what is planned (HasOccured false). An invoice on hold has no plans. */
export function eventsView(invoice: Invoice, world: World): InvoiceActionEventView[] {
  const { dateTimes } = world.candidates;
  const logged = (event: LoggedEvent): InvoiceActionEventView => ({
    ...common(event.type),
    Content: event.content,
    EventBy: event.by,
    EventDate: writeInstant(event.date, dateTimes),
    HasOccured: true,
    EventPublicId: event.publicId,
  });
  const planned = (event: PlannedEvent): InvoiceActionEventView => ({
    ...common(event.type),
    Content: '',
    EventBy: 'Billecta',
    EventDate: writeDay(event.day, dateTimes),
    HasOccured: false,
    EventPublicId: plannedId(invoice, event.type),
  });
  const plans = isOnHold(invoice) ? [] : plannedEvents(invoice, world.now());
  return [...invoice.log.map(logged), ...plans.map(planned)];
}

function common(type: EventType) {
  const forDebtor = ['InvoiceSent', 'ReminderInvoiceSent', 'Paid', 'Credited'].includes(type);
  return { Title: eventTitles[type], Reference: null, EventType: type, IsPublic: forDebtor };
}

function plannedId(invoice: Invoice, type: EventType): string {
  const id = invoice.plannedIds.get(type) ?? randomUUID();
  invoice.plannedIds.set(type, id);
  return id;
}
