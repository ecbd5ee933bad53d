import type { Candidates } from '../candidates.ts';

/** A day in Sweden, `YYYY-MM-DD`: what InvoiceDate, DueDate and PaymentDate are (facts 1.1). */
export type Day = string;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const offsetFormat = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  timeZoneName: 'longOffset',
});
const offsetsByHour = new Map<number, string>();

/** `+01:00` or `+02:00`. Kept by the hour, since a list of invoices asks a million times. */
function offsetAt(ms: number): string {
  const hour = Math.floor(ms / HOUR);
  let offset = offsetsByHour.get(hour);
  if (offset === undefined) {
    const parts = offsetFormat.formatToParts(ms);
    offset = parts.find((part) => part.type === 'timeZoneName')?.value.replace('GMT', '') ?? '+01:00';
    offsetsByHour.set(hour, offset);
  }
  return offset;
}

/** An instant on Billecta's wire, in whole seconds. */
export function writeInstant(instant: Date, form: Candidates['dateTimes']): string {
  const offset = offsetAt(instant.getTime());
  const local = new Date(instant.getTime() + Number(offset.slice(1, 3)) * HOUR).toISOString();
  return write(local.slice(0, 10), local.slice(11, 19), offset, form);
}

/** A day on Billecta's wire: the midnight it starts with. */
export function writeDay(day: Day, form: Candidates['dateTimes']): string {
  return write(day, '00:00:00', offsetAt(Date.parse(`${day}T00:00:00+01:00`)), form);
}

function write(day: Day, time: string, offset: string, form: Candidates['dateTimes']): string {
  if (form === 'local') return `${day}T${time}`;
  return `${day}${form === 't' ? 'T' : ' '}${time}${offset}`;
}

export function swedishDay(instant: Date): Day {
  return writeInstant(instant, 't').slice(0, 10);
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Around noon of that day in Sweden. */
export function noonOf(day: Day): Date {
  return new Date(`${day}T11:00:00Z`);
}
