import type { UsablePair } from '../setup/check-mapping.ts';
import { heldDay } from './lime-day.ts';

/**
 * Whether Lime holds something else than what is to be written. An option comes as an object, which when it is empty has
 * the key `empty`; a day comes as its midnight with whatever offset.
 */
export function differs(
  { property: { type }, form }: Pick<UsablePair, 'property' | 'form'>,
  held: unknown,
  wanted: unknown,
): boolean {
  switch (form) {
    case 'option':
      return optionOf(held) !== optionOf(wanted);
    case 'text':
      return (held ?? '') !== wanted;
    case 'yesno':
      return (held ?? false) !== wanted;
    case 'instant':
      return instantOf(held) !== instantOf(wanted);
    case 'day':
      return heldDay(type, held) !== heldDay(type, wanted);
    case 'relation':
      return idOf(held) !== wanted;
    case 'number':
      return numberOf(held) !== wanted;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const keyOf = (held: unknown) => (isObject(held) ? held.key : held);

/** Null for an empty option, however Lime says so. */
function optionOf(held: unknown): unknown {
  const key = keyOf(held);
  return key === 'empty' || key === '' ? null : (key ?? null);
}

function idOf(held: unknown): unknown {
  const id = isObject(held) ? (held._id ?? held.id) : held;
  return numberOf(id);
}

/** A number that comes as text is the number. */
const numberOf = (held: unknown): unknown =>
  typeof held === 'string' && held.trim() !== '' ? Number(held) : (held ?? null);

function instantOf(value: unknown): number | null {
  return typeof value === 'string' && value !== '' ? Date.parse(value) : null;
}
