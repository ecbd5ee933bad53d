import type { EventFilter } from '../../../bff/contract/admin/events.ts';
import type { Question } from '../../bff/admin/admin-client.ts';
import { toLocalMidnight } from '../../shared/local-day.ts';

type Query = Readonly<Record<string, string>>;

/** A day and a night, and the hour that the clock may be put back; ms. */
const overMidnight = 26 * 60 * 60 * 1000;

/** What an address says of time (`from` and `to`, days that are both included) as the BFF's query has it. */
export function withInstants({ from, to, ...query }: Query): Question {
  return {
    ...query,
    ...(isDay(from) && { from: toLocalMidnight(from)?.toISOString() }),
    ...(isDay(to) && { to: nextMidnight(to).toISOString() }),
  };
}

/** The filter of a bulk retry; a search by `q` cannot be expressed in it. */
export function eventFilter(query: Query): EventFilter {
  const { states, causes, event, creditor, subject, invoice, from, to } = withInstants(query);
  return {
    ...(states && { states: states.split(',') as EventFilter['states'] }),
    ...(causes && { causes: causes.split(',') as EventFilter['causes'] }),
    ...(event && { event }),
    ...(creditor && { creditor }),
    ...(subject && { subject }),
    ...(invoice && { invoice }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

const isDay = (text: string | undefined): text is string => /^\d{4}-\d\d-\d\d$/.test(text ?? '');

function nextMidnight(day: string): Date {
  const next = new Date((toLocalMidnight(day)?.getTime() ?? 0) + overMidnight);
  next.setHours(0, 0, 0, 0);
  return next;
}
