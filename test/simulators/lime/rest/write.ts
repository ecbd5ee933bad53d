import type { Limetype } from '../database/limetypes.ts';
import type { Property, PropertyValue, PropertyValues } from '../database/property.ts';
import type { ObjectStore } from '../database/store.ts';
import { invalid } from './errors.ts';

/**
 * Reads the body of a POST or PUT: changed properties only, options by key, texts never null.
 *
 * @throws 400 with the first thing that is wrong
 */
export function readProperties(body: unknown, limetype: Limetype, store: ObjectStore): PropertyValues {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('Expected an object');
  const values: PropertyValues = {};
  for (const [name, value] of Object.entries(body)) {
    const property = limetype.properties.find((candidate) => candidate.name === name);
    if (!property) throw invalid(`Unknown property ${name}`);
    values[name] = readValue(property, value, store);
  }
  return values;
}

/** @throws 400 when a required property is missing from what would be stored */
export function demandRequired(limetype: Limetype, values: PropertyValues): void {
  const missing = limetype.properties.find(({ required, name }) => required && !values[name]);
  if (missing) throw invalid(`${missing.name} is required`);
}

function readValue(property: Property, value: unknown, store: ObjectStore): PropertyValue {
  if (!accepts(property, value, store)) throw invalid(`Invalid value for ${property.name}`);
  return property.type === 'date' && typeof value === 'string'
    ? value.slice(0, 10)
    : (value as PropertyValue);
}

function accepts(property: Property, value: unknown, store: ObjectStore): boolean {
  switch (property.type) {
    case 'string':
    case 'text':
    case 'phone':
    case 'link':
    case 'xml':
      return typeof value === 'string' && value.length <= (property.length ?? Number.POSITIVE_INFINITY);
    case 'yesno':
      return typeof value === 'boolean';
    case 'integer':
      return value === null || Number.isInteger(value);
    case 'decimal':
    case 'percent':
      return value === null || Number.isFinite(value);
    case 'option':
      return property.options?.some(({ key, inactive }) => key === value && !inactive) ?? false;
    case 'belongsto':
    case 'hasone':
      return value === null || store.get(property.relatedType ?? '', Number(value)) !== undefined;
    case 'date':
    case 'time':
      return value === null || (typeof value === 'string' && isIso(property.type, value));
    default:
      return false;
  }
}

const day = /^\d{4}-\d{2}-\d{2}/;
const offset = /T.*(Z|[+-]\d{2}:\d{2})$/;

const isIso = (type: 'date' | 'time', value: string): boolean =>
  day.test(value) && !Number.isNaN(Date.parse(value)) && (type === 'date' || offset.test(value));
