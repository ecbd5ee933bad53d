import { Refusal } from '../model/refusal.ts';
import type { Day } from '../model/swedish-time.ts';

const form = /^(\d{4}-\d{2}-\d{2})([ T]\d{2}:\d{2}(:\d{2})?( ?[+-]\d{2}:?\d{2})?)?$/;

/** The day of a `from` or `to`: a date, or a date-time of which the time is not looked at (facts 1.1). */
export function dayOfQuery(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const day = form.exec(text)?.[1];
  if (!day) throw new Refusal(`Ogiltigt datum: ${text}`);
  return day;
}
