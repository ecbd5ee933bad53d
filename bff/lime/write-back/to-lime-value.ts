import type { FieldValue } from '../../domain/fields.ts';
import { swedishDay } from '../../services/swedish-day.ts';
import type { LimeProperty } from '../limetype.ts';

/** A value as Lime takes it, or why it is left out. */
export type LimeValue =
  | { kind: 'value'; value: string | number | boolean | null }
  | { kind: 'left-out'; why: string };

const value = (of: string | number | boolean | null): LimeValue => ({ kind: 'value', value: of });
const leftOut = (why: string): LimeValue => ({ kind: 'left-out', why });

/**
 * A field of Billecta as a property of Lime takes it (facts/lime.md 7): empty texts are `""`, options their keys, days
 * those in Sweden.
 *
 * @param keys - keys of the option by what the field says; what is not among them is the key itself
 */
export function toLimeValue(
  property: LimeProperty,
  field: FieldValue,
  keys: Readonly<Record<string, string>> = {},
): LimeValue {
  switch (property.type) {
    case 'string':
    case 'text':
      return toText(property, field);
    case 'integer':
    case 'decimal':
      return toNumber(property, field);
    case 'yesno':
      return field === null || typeof field === 'boolean'
        ? value(field ?? false)
        : leftOut('is no yes or no');
    case 'date':
    case 'time':
      return toTime(property, field);
    case 'option':
      return toOption(property, field, keys);
    default:
      return field === null
        ? leftOut(`is empty, and how a ${property.type} is emptied is not known`)
        : value(field);
  }
}

function toText({ length }: LimeProperty, field: FieldValue): LimeValue {
  const text = field === null ? '' : String(field);
  return length && text.length > length ? leftOut(`is longer than ${length} characters`) : value(text);
}

function toNumber({ type }: LimeProperty, field: FieldValue): LimeValue {
  if (field === null) return value(null);
  const number = typeof field === 'string' && field.trim() !== '' ? Number(field) : field;
  if (typeof number !== 'number' || !Number.isFinite(number)) return leftOut('is no number');
  return type === 'integer' && !Number.isInteger(number) ? leftOut('is no whole number') : value(number);
}

function toTime({ type }: LimeProperty, field: FieldValue): LimeValue {
  if (field === null || field === '') return value(null);
  const at = typeof field === 'string' ? new Date(field) : new Date(Number.NaN);
  if (Number.isNaN(at.getTime())) return leftOut('is no date');
  if (type === 'time') return value(at.toISOString());
  return value(isDay(String(field)) ? String(field) : swedishDay(at));
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);

function toOption(
  { options }: LimeProperty,
  field: FieldValue,
  keys: Readonly<Record<string, string>>,
): LimeValue {
  const said = String(field ?? '');
  const key = keys[said] ?? said;
  const exists = options?.some((option) => option.key === key && option.inactive !== true);
  return exists ? value(key) : leftOut(`has no option for "${said}"`);
}
