import type { Limetype } from '../database/limetypes.ts';
import {
  emptyOptionKey,
  type Property,
  type PropertyValue,
  type PropertyValues,
} from '../database/property.ts';
import type { Rest } from './env.ts';
import { invalid } from './errors.ts';
import { readValue } from './read-value.ts';

/**
 * Reads the body of a PUT: changed properties only, options by key, texts never null, nothing required emptied.
 *
 * @throws 4xx with the first thing that is wrong
 */
export function readProperties(rest: Rest, limetype: Limetype, body: unknown): PropertyValues {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw invalid('Expected an object');
  const values: PropertyValues = {};
  for (const [name, value] of Object.entries(body)) {
    const property = limetype.properties.find((candidate) => candidate.name === name);
    if (!property) throw invalid(`Unknown property ${name}`);
    const read = readValue(rest, property, value);
    if (property.required && isEmpty(property, read)) throw invalid(`${name} is required`);
    values[name] = read;
  }
  return values;
}

/** Reads the body of a POST. @throws 4xx also when a required property is missing */
export function readNewProperties(rest: Rest, limetype: Limetype, body: unknown): PropertyValues {
  const values = readProperties(rest, limetype, body);
  const missing = limetype.properties.find(({ required, name }) => required && values[name] === undefined);
  if (missing) throw invalid(`${missing.name} is required`);
  return values;
}

const isEmpty = ({ type }: Property, value: PropertyValue): boolean =>
  value === null || value === '' || (type === 'option' && value === emptyOptionKey);
