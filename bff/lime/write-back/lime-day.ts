import { midnightInSweden, swedishDay } from '../../domain/swedish-day.ts';

/**
 * A day in Lime's form: its midnight in Sweden, with offset. Whether Lime accepts a bare day is not known
 * (docs/facts/lime.md 7). A year, a quarter or a month is its first day, which is inferred.
 *
 * @param type - of the property
 * @returns undefined when the text is no date
 */
export function toLimeDay(type: string, text: string): string | undefined {
  const day = dayOf(text);
  try {
    return day === undefined ? undefined : midnightInSweden(firstDay(type, day));
  } catch {
    return undefined;
  }
}

/**
 * The day of Lime's value, with whatever offset it answers: midnight anywhere is the day that is written there, and any
 * other time is that day's midnight in Sweden, expressed in another offset.
 *
 * @returns null when there is none
 */
export function heldDay(type: string, stored: unknown): string | null {
  if (typeof stored !== 'string' || stored === '') return null;
  const day = isMidnight.test(stored) ? stored.slice(0, 10) : dayOf(stored);
  return day === undefined ? stored : firstDay(type, day);
}

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const isMidnight = /^\d{4}-\d{2}-\d{2}T00:00(:00(\.0+)?)?(Z|[+-]\d{2}:?\d{2})?$/;

function dayOf(text: string): string | undefined {
  if (isDay.test(text)) return text;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : swedishDay(at);
}

function firstDay(type: string, day: string): string {
  const [year = '', month = ''] = day.split('-');
  switch (type) {
    case 'year':
      return `${year}-01-01`;
    case 'quarter':
      return `${year}-${String(Number(month) - ((Number(month) - 1) % 3)).padStart(2, '0')}-01`;
    case 'month':
      return `${year}-${month}-01`;
    default:
      return day;
  }
}
