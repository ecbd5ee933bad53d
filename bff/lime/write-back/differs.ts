import type { UsablePair } from '../setup/check-mapping.ts';
import { heldDay } from './lime-day.ts';

/**
 * Whether Lime's value differs from the one to write. An option comes as an object, which when it is empty has the key
 * `empty`; a day comes as its midnight with whatever offset.
 */
export function differs(
  { property: { type }, form }: Pick<UsablePair, 'property' | 'form'>,
  stored: unknown,
  value: unknown,
): boolean {
  switch (form) {
    case 'option':
      return optionOf(stored) !== optionOf(value);
    case 'text':
      return (stored ?? '') !== value;
    case 'yesno':
      return (stored ?? false) !== value;
    case 'instant':
      return instantOf(stored) !== instantOf(value);
    case 'day':
      return heldDay(type, stored) !== heldDay(type, value);
    case 'relation':
      return idOf(stored) !== value;
    case 'number':
      return numberOf(stored) !== value;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const keyOf = (stored: unknown) => (isObject(stored) ? stored.key : stored);

/** Null for an empty option, however Lime says so. */
function optionOf(stored: unknown): unknown {
  const key = keyOf(stored);
  return key === 'empty' || key === '' ? null : (key ?? null);
}

function idOf(stored: unknown): unknown {
  const id = isObject(stored) ? (stored._id ?? stored.id) : stored;
  return numberOf(id);
}

/** A number that comes as text is the number. */
const numberOf = (stored: unknown): unknown =>
  typeof stored === 'string' && stored.trim() !== '' ? Number(stored) : (stored ?? null);

function instantOf(value: unknown): number | null {
  return typeof value === 'string' && value !== '' ? Date.parse(value) : null;
}
