import type { Invoice } from '../../domain/invoice/invoice.ts';
import { toSwedishDay } from './date-time.ts';
import { eventTypeName } from './enums.ts';
import type { InvoiceActionView } from './views.ts';

/**
 * The next automatic step. Billecta gives it as a Swedish text and a day; its kind is in the log among the planned
 * events (`HasOccured` false), found by its text, or else by its day.
 */
export function toNextEvent({ State, Events }: InvoiceActionView): Invoice['nextEvent'] {
  const { NextEvent: text } = State;
  if (!text) return null;
  const date = (State.NextEventDate && toSwedishDay(State.NextEventDate)) || null;
  const planned = (Events ?? []).filter(({ HasOccured, EventType }) => HasOccured === false && EventType);
  const sameDay = planned.filter(({ EventDate }) => date && EventDate && toSwedishDay(EventDate) === date);
  const found =
    sameDay.find(({ Title }) => Title === text) ??
    planned.find(({ Title }) => Title === text) ??
    (sameDay.length === 1 ? sameDay[0] : undefined);
  return { text, date, type: found ? eventTypeName(found.EventType ?? '') : null };
}
