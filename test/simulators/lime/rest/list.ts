import type { Limetype } from '../database/limetypes.ts';
import { isToMany, type Property, type PropertyValue } from '../database/property.ts';
import type { LimeObject } from '../database/store.ts';
import { invalid } from './errors.ts';
import { compare } from './expression.ts';
import { comparable } from './moment.ts';

/** What a list request asks for, read from its query string. */
export interface ListRequest {
  limit: number;
  offset: number;
  embed: string[];
  matches: (object: LimeObject) => boolean;
  order: (a: LimeObject, b: LimeObject) => number;
}

type Test = (object: LimeObject) => boolean;

/** @throws 400 for a field the limetype does not have */
export function readListRequest(limetype: Limetype, query: URLSearchParams): ListRequest {
  const tests = [...query].filter(([name]) => !name.startsWith('_')).map((pair) => fieldTest(limetype, pair));
  const sort = query.get('_sort');
  return {
    limit: wholeNumber(query.get('_limit'), 50),
    offset: wholeNumber(query.get('_offset'), 0),
    embed: query.getAll('_embed'),
    matches: (object) => tests.every((test) => test(object)),
    order: sort ? ordering(limetype, sort) : () => 0,
  };
}

/** `<field>=`, `min-<field>=` or `max-<field>=`. */
function fieldTest(limetype: Limetype, [name, text]: [string, string]): Test {
  const bound = /^(min|max)-(.+)$/.exec(name);
  const property = propertyOf(limetype, bound?.[2] ?? name);
  const wanted = comparable(property.type, fromText(property, text));
  const order = (object: LimeObject) => compare(comparableOf(property, object), wanted);
  if (bound?.[1] === 'min') return (object) => order(object) >= 0;
  if (bound?.[1] === 'max') return (object) => order(object) <= 0;
  return (object) => order(object) === 0;
}

/** `<field>`, or `-<field>` for the greatest first. */
function ordering(limetype: Limetype, sort: string): ListRequest['order'] {
  const descending = sort.startsWith('-');
  const property = propertyOf(limetype, descending ? sort.slice(1) : sort);
  return (a, b) => {
    const order = compare(comparableOf(property, a), comparableOf(property, b));
    return descending ? -order : order;
  };
}

const comparableOf = ({ name, type }: Property, { properties }: LimeObject): unknown =>
  comparable(type, properties[name] ?? null);

function propertyOf(limetype: Limetype, name: string): Property {
  const property = limetype.properties.find((candidate) => candidate.name === name);
  if (!property || isToMany(property)) throw invalid(`Unknown property ${name}`);
  return property;
}

function fromText(property: Property, text: string): PropertyValue {
  switch (property.type) {
    case 'integer':
    case 'decimal':
    case 'percent':
    case 'belongsto':
    case 'hasone':
      return Number(text);
    case 'yesno':
      return text === 'true' || text === '1';
    default:
      return text;
  }
}

function wholeNumber(text: string | null, otherwise: number): number {
  if (text === null) return otherwise;
  if (!/^\d{1,6}$/.test(text)) throw invalid(`Not a whole number: ${text}`);
  return Number(text);
}
