import { Temporal } from 'temporal-polyfill';
import type { PropertyType } from '../database/property.ts';

const timeZone = 'Europe/Stockholm';

/** `2023-09-25T21:41:06.740000+02:00`, as Lime writes times. @throws RangeError for a text without offset */
export const limeTime = (time: Date | string): string =>
  instantOf(time).toString({ timeZone, fractionalSecondDigits: 6 });

/** `2022-01-30T00:00:00+01:00`: a stored day as Lime writes dates. */
export const limeMidnight = (day: string): string =>
  Temporal.PlainDate.from(day.slice(0, 10))
    .toZonedDateTime({ timeZone })
    .toInstant()
    .toString({ timeZone, smallestUnit: 'second' });

/** The Swedish day of a full instant. @throws RangeError for a text without offset */
export const swedishDay = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

export const isBareDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

/**
 * Whether a type is kept as a day. That a year, a quarter and a month are kept and written as their first day is
 * not known (facts 7 names the types only).
 */
export const isDayType = (type: PropertyType): boolean =>
  type === 'date' || type === 'year' || type === 'quarter' || type === 'month';

/**
 * A stored or asked-for value in the form in which two of the type compare: a date as its day, a time as
 * microseconds. How a filter has to write a date is not known, so a bare day and an instant both pass.
 */
export function comparable(type: PropertyType, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    if (isDayType(type)) return isBareDay(value) ? value : swedishDay(value);
    return type === 'time' ? microseconds(value) : value;
  } catch {
    return value;
  }
}

const instantOf = (time: Date | string): Temporal.Instant =>
  typeof time === 'string'
    ? Temporal.Instant.from(time)
    : Temporal.Instant.fromEpochMilliseconds(time.getTime());

const microseconds = (time: string): number => Number(Temporal.Instant.from(time).epochNanoseconds / 1000n);
