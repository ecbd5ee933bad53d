import { Temporal } from 'temporal-polyfill';

const sweden = 'Europe/Stockholm';

/**
 * The day of the minute that was asked about last: nearly all ask about the present, which a list does a hundred times.
 */
let last = { minute: Number.NaN, day: '' };

/** The day it is in Sweden, `YYYY-MM-DD`. Billecta's due dates are Swedish days. */
export function swedishDay(at: Date): string {
  const minute = Math.floor(at.getTime() / 60_000);
  if (minute !== last.minute) last = { minute, day: dayOf(at) };
  return last.day;
}

const dayOf = (at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(sweden).toPlainDate().toString();

/** The day so many days of the calendar before. */
export const dayBefore = (day: string, days: number): string =>
  Temporal.PlainDate.from(day).subtract({ days }).toString();

/** The instant at which a day begins in Sweden, ISO 8601 in UTC; days there have 23 to 25 hours. */
export function startOfSwedishDay(day: string): string {
  const { epochMilliseconds } = Temporal.PlainDate.from(day).toZonedDateTime(sweden);
  return new Date(epochMilliseconds).toISOString();
}

/** The same instant as Sweden writes it, with its offset: `2022-01-30T00:00:00+01:00`. */
export function midnightInSweden(day: string): string {
  return Temporal.PlainDate.from(day).toZonedDateTime(sweden).toString({ timeZoneName: 'never' });
}
