import type { FieldValue } from '../../domain/fields.ts';
import type { LimeProperty } from '../client/limetype.ts';
import type { UsablePair } from '../setup/check-mapping.ts';
import { toLimeDay } from './lime-day.ts';

/** A value in Lime's form. */
export type Plain = string | number | boolean | null;

/** A value as Lime accepts it; one that empties the property; or why it is left out. */
export type LimeValue =
  | { kind: 'value'; value: Plain }
  | { kind: 'emptied'; value: Plain }
  | { kind: 'left-out'; why: string }
  /** Nothing to write, and nothing to report: Lime's value stays. */
  | { kind: 'absent' };

const value = (plain: Plain): LimeValue => ({ kind: 'value', value: plain });
const emptied = (by: Plain): LimeValue => ({ kind: 'emptied', value: by });
const leftOut = (why: string): LimeValue => ({ kind: 'left-out', why });

/** A pair that leads to a property which is no relation. */
export type PlainPair = Pick<UsablePair, 'property' | 'form' | 'pair'>;

/**
 * A field of Billecta in the form of Lime's property (docs/facts/lime.md 7): empty texts are `""`, options their keys,
 * days midnight in Sweden.
 *
 * @param emptyOption - what empties an option, as configured
 */
export function toLimeValue(
  { property, form, pair: { values: keys = {} } }: PlainPair,
  field: FieldValue,
  emptyOption: string | null,
): LimeValue {
  if (form === 'option') return toOption(property, field, keys, emptyOption);
  if (field === null || field === '')
    return form === 'yesno' ? value(false) : emptied(form === 'text' ? '' : null);
  switch (form) {
    case 'text':
      return toText(property, field);
    case 'number':
      return toNumber(property, field);
    case 'yesno':
      return typeof field === 'boolean' ? value(field) : leftOut('is no yes or no');
    case 'day':
      return orNoDate(typeof field === 'string' ? toLimeDay(property.type, field) : undefined);
    case 'instant':
      return orNoDate(typeof field === 'string' ? toInstant(field) : undefined);
    case 'relation':
      return leftOut('is not the id of an object');
  }
}

function toText({ length }: LimeProperty, field: string | number | boolean): LimeValue {
  const text = String(field);
  return length && text.length > length ? leftOut(`is longer than ${length} characters`) : value(text);
}

function toNumber({ type }: LimeProperty, field: string | number | boolean): LimeValue {
  const number = typeof field === 'string' && field.trim() !== '' ? Number(field) : field;
  if (typeof number !== 'number' || !Number.isFinite(number)) return leftOut('is no number');
  return type === 'integer' && !Number.isInteger(number) ? leftOut('is no whole number') : value(number);
}

const orNoDate = (text: string | undefined): LimeValue =>
  text === undefined ? leftOut('is no date') : value(text);

function toInstant(text: string): string | undefined {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** The mapping may give an empty field a key of its own. */
function toOption(
  { options }: LimeProperty,
  field: FieldValue,
  keys: Readonly<Record<string, string>>,
  emptyOption: string | null,
): LimeValue {
  const said = String(field ?? '');
  const key = keys[said] ?? said;
  if (key === '') return emptied(emptyOption);
  const exists = options.some((option) => option.key === key && !option.inactive);
  return exists ? value(key) : leftOut(`has no option for "${said}"`);
}
