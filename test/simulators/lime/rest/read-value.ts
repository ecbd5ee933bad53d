import { emptyOptionKey, type Property, type PropertyValue } from '../database/property.ts';
import type { Candidates } from '../options.ts';
import type { Rest } from './env.ts';
import { invalid } from './errors.ts';
import { isBareDay, swedishDay } from './moment.ts';

/** A value as it is stored; undefined when Lime does not take it. */
type Read = PropertyValue | undefined;

/**
 * A value of a POST or PUT as it is stored.
 *
 * @throws 4xx when Lime does not take it for this property
 */
export function readValue(rest: Rest, property: Property, value: unknown): PropertyValue {
  const read = value === null ? readNull(rest, property) : readGiven(rest, property, value);
  if (read === undefined) throw invalid(`Invalid value for ${property.name}`);
  return read;
}

/** Null is refused for all text types, where `""` clears. */
function readNull({ candidates }: Rest, { type }: Property): Read {
  switch (type) {
    case 'string':
    case 'text':
    case 'phone':
    case 'link':
    case 'yesno':
      return undefined;
    case 'option':
      return candidates.optionClearedBy.includes('null') ? emptyOptionKey : undefined;
    default:
      return writable(type) ? null : undefined;
  }
}

function readGiven({ store, candidates }: Rest, property: Property, value: unknown): Read {
  switch (property.type) {
    case 'string':
    case 'text':
    case 'phone':
    case 'link':
      return readText(property, value);
    case 'yesno':
      return typeof value === 'boolean' ? value : undefined;
    case 'option':
      return readOption(property, value, candidates);
    case 'integer':
      return Number.isInteger(value) ? (value as number) : undefined;
    case 'decimal':
    case 'percent':
      return Number.isFinite(value) ? (value as number) : undefined;
    case 'belongsto':
    case 'hasone':
      return store.get(property.relatedType ?? '', readId(value, candidates))?.id;
    case 'date':
    case 'year':
    case 'quarter':
    case 'month':
      return readDay(value, candidates);
    case 'time':
      return typeof value === 'string' && dayOf(value) !== undefined ? value : undefined;
    default:
      return undefined;
  }
}

/** Nothing is known of how the other types are written, so that no client can lean on it. */
const writable = (type: Property['type']): boolean =>
  !['set', 'user', 'xml', 'file', 'system', 'hasmany', 'hasandbelongstomany'].includes(type);

const readText = ({ length = Number.POSITIVE_INFINITY }: Property, value: unknown): Read =>
  typeof value === 'string' && value.length <= length ? value : undefined;

/** An option is written as its key; a text of another kind, the id and the object of an answer are refused. */
function readOption({ options = [] }: Property, value: unknown, { optionClearedBy }: Candidates): Read {
  if (value === emptyOptionKey && !optionClearedBy.includes('empty')) return undefined;
  return options.find(({ key, inactive }) => key === value && !inactive)?.key;
}

const readId = (value: unknown, { idFormat }: Candidates): number =>
  typeof value === 'number' || idFormat === 'text' ? Number(value) : Number.NaN;

/** Lime's own client writes a full instant; whether a bare day is taken is not known (facts 7). */
function readDay(value: unknown, { bareDay }: Candidates): Read {
  if (typeof value !== 'string') return undefined;
  if (!isBareDay(value)) return dayOf(value);
  return bareDay === 'taken' && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

/** Undefined for a text that is no instant, as one without offset. */
function dayOf(instant: string): string | undefined {
  try {
    return swedishDay(instant);
  } catch {
    return undefined;
  }
}
