import { emptyOptionKey, isToMany, type Property, type PropertyValue } from '../database/property.ts';
import type { LimeObject } from '../database/store.ts';
import type { Candidates } from '../options.ts';
import { isDayType, limeMidnight, limeTime } from './moment.ts';

/** A stored value as REST shows it (facts 7): an option as an object, a date as its midnight in Sweden. */
export function presentValue({ type, options }: Property, value: PropertyValue): unknown {
  if (type === 'option') return presentOption(options ?? [], value ?? emptyOptionKey);
  if (typeof value !== 'string') return value;
  if (isDayType(type)) return limeMidnight(value);
  return type === 'time' ? limeTime(value) : value;
}

function presentOption(options: NonNullable<Property['options']>, wanted: PropertyValue) {
  const option = options.find(({ key }) => key === wanted);
  return option ? { id: option.id, key: option.key, text: option.text } : null;
}

/** All properties of an object as REST shows them; a relation to many is shown by its links. */
export const presentProperties = ({ limetype, properties }: LimeObject): Record<string, unknown> =>
  Object.fromEntries(
    limetype.properties
      .filter((property) => !isToMany(property))
      .map((property) => [property.name, presentValue(property, properties[property.name] ?? null)]),
  );

/** An object's own id. That it is a number is what the samples show. */
export const presentId = ({ id }: LimeObject, { idFormat }: Candidates): number | string =>
  idFormat === 'text' ? String(id) : id;

/** The text by which people know the object. */
export const descriptiveOf = (object: LimeObject): string =>
  String(object.properties[object.limetype.descriptive] ?? '');
