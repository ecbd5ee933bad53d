import { swedishDay } from '../../services/swedish-day.ts';
import type { LimeProperty } from '../limetype.ts';

/** Whether Lime holds something else than what is to be written. An option comes as an object, a day perhaps with a time. */
export function differs({ type }: LimeProperty, held: unknown, wanted: unknown): boolean {
  switch (type) {
    case 'option':
      return keyOf(held) !== wanted;
    case 'string':
    case 'text':
      return (held ?? '') !== wanted;
    case 'yesno':
      return (held ?? false) !== wanted;
    case 'time':
      return instantOf(held) !== instantOf(wanted);
    case 'date':
      return dayOf(held) !== dayOf(wanted);
    case 'belongsto':
      return idOf(held) !== wanted;
    default:
      return (held ?? null) !== wanted;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const keyOf = (held: unknown) => (isObject(held) ? held.key : held);
const idOf = (held: unknown) => (isObject(held) ? (held._id ?? held.id) : held);

function instantOf(value: unknown): number | null {
  return typeof value === 'string' && value !== '' ? Date.parse(value) : null;
}

function dayOf(value: unknown): string | null {
  if (typeof value !== 'string' || value === '') return null;
  return value.length === 10 ? value : swedishDay(new Date(value));
}
