const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * An amount as money in the locale. What is no currency code stands after the number as it is.
 *
 * @param minorUnits - hundredths, whatever the currency (docs/facts/billecta.md 1.2)
 */
export function money(minorUnits: number, currency: string, locale: string): string {
  const digits = minorUnits % 100 === 0 ? {} : { minimumFractionDigits: 2, maximumFractionDigits: 2 };
  const amount = decimal(minorUnits);
  if (/^[A-Za-z]{3}$/.test(currency))
    return new Intl.NumberFormat(locale, { style: 'currency', currency, ...digits }).format(amount);
  return `${new Intl.NumberFormat(locale, digits).format(amount)} ${currency}`.trim();
}

/** An amount in hundredths as a plain number in the locale, for a spreadsheet. */
export const decimalText = (minorUnits: number, locale: string): string =>
  new Intl.NumberFormat(locale, { useGrouping: false, minimumFractionDigits: 2 }).format(decimal(minorUnits));

/** The number with its decimal point put in as text: money is never computed as a float. */
function decimal(minorUnits: number): Intl.StringNumericLiteral {
  const all = String(Math.abs(minorUnits)).padStart(3, '0');
  const sign = minorUnits < 0 ? '-' : '';
  return `${sign}${all.slice(0, -2)}.${all.slice(-2)}` as Intl.StringNumericLiteral;
}

/** A day (`2025-12-03`) in the locale; it is the same day wherever it is read. */
export function dayText(date: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.parse(`${date}T00:00:00Z`),
  );
}

/** The day of an instant, in Sweden, where Billecta counts days. */
export function instantDayText(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'Europe/Stockholm' }).format(
    Date.parse(instant),
  );
}

/** A day without its year, unless that is not this year: short enough for a chip. */
export function shortDayText(date: string, now: Date, locale: string): string {
  return shortDay(Date.parse(`${date}T00:00:00Z`), now, locale, 'UTC');
}

/** The day of an instant in Sweden, as short. */
export function shortInstantDayText(instant: string, now: Date, locale: string): string {
  return shortDay(Date.parse(instant), now, locale, 'Europe/Stockholm');
}

function shortDay(at: number, now: Date, locale: string, timeZone: string): string {
  const year = (time: number | Date) =>
    new Intl.DateTimeFormat('sv', { year: 'numeric', timeZone }).format(time);
  return new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    ...(year(at) === year(now) ? {} : { year: 'numeric' as const }),
    timeZone,
  }).format(at);
}

/** Day and time of an instant, in Sweden. */
export function momentText(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Europe/Stockholm',
  }).format(Date.parse(instant));
}

/** Day and time of an instant to the second, in Sweden. */
export function exactText(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: 'Europe/Stockholm',
  }).format(Date.parse(instant));
}

/** How long ago, in words: `now`, `12 sec. ago`, `3 min. ago`, … A clock that is behind ours counts as now. */
export function relativeTime(at: number, now: Date, locale: string): string {
  const age = Math.max(0, now.getTime() - at);
  const format = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'auto' });
  if (age < 5 * second) return format.format(0, 'second');
  if (age < minute) return format.format(-Math.floor(age / second), 'second');
  if (age < hour) return format.format(-Math.floor(age / minute), 'minute');
  if (age < day) return format.format(-Math.floor(age / hour), 'hour');
  return format.format(-Math.floor(age / day), 'day');
}

/** The time of an instant in Sweden, with its day unless that is today. */
export function sinceText(instant: string, now: Date, locale: string): string {
  const day = (at: number | Date) =>
    new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone: 'Europe/Stockholm' }).format(at);
  if (day(Date.parse(instant)) !== day(now)) return momentText(instant, locale);
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Europe/Stockholm' }).format(
    Date.parse(instant),
  );
}

/** How long, in words: `40 ms`, `1.2 s`, `3 min`, `2 h`. */
export function durationText(ms: number, locale: string): string {
  const [value, unit] =
    ms < second
      ? [ms, 'millisecond']
      : ms < minute
        ? [ms / second, 'second']
        : ms < hour
          ? [ms / minute, 'minute']
          : [ms / hour, 'hour'];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && unit !== 'millisecond' ? 1 : 0,
  }).format(value);
}

/** A number as the locale groups it. */
export const numberText = (value: number, locale: string): string =>
  new Intl.NumberFormat(locale).format(value);
