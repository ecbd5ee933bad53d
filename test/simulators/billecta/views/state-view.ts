import { eventTitles } from '../model/event-type.ts';
import type { Invoice } from '../model/invoice.ts';
import { isOnHold } from '../model/invoice.ts';
import { plannedEvents } from '../model/plan.ts';
import { writeDay, writeInstant } from '../model/swedish-time.ts';
import type { World } from '../world.ts';
import type { DateTime, InvoiceActionStateView } from './types.ts';

/** NextEvent and NextEventDate: empty while the invoice is on hold, unless the candidate keeps them. */
export function nextEvent(invoice: Invoice, { candidates, now }: World): Next {
  const hidden = isOnHold(invoice) && candidates.nextEventOnHold === 'empty';
  const next = hidden ? undefined : plannedEvents(invoice, now())[0];
  if (!next) return { NextEvent: null, NextEventDate: null };
  return { NextEvent: eventTitles[next.type], NextEventDate: writeDay(next.day, candidates.dateTimes) };
}

type Next = Pick<InvoiceActionStateView, 'NextEvent' | 'NextEventDate'>;

export function stateView(invoice: Invoice, world: World): InvoiceActionStateView {
  const date = (at: Date | null): DateTime | null => at && writeInstant(at, world.candidates.dateTimes);
  return {
    Stage: invoice.stage,
    InvoiceSentDate: date(invoice.invoiceSentDate),
    ClosedDate: date(invoice.closedDate),
    AttestedDate: date(invoice.attestedDate),
    DisputedDate: date(invoice.disputedDate),
    SmsSentDate: null,
    SentToDebtCollectionDate: date(invoice.sentToDebtCollectionDate),
    SalesRequestedDate: null,
    ...nextEvent(invoice, world),
    SwishPaymentPublicId: null,
    IsPaused: invoice.isPaused,
    IsLocked: invoice.attestedDate !== null,
    UseDebtorBalance: false,
    CreditCardPaymentPublicId: null,
  };
}
