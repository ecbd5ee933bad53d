import { Temporal } from 'temporal-polyfill';
import { isToMany, type Property, type PropertyValue } from '../database/property.ts';
import type { LimeObject } from '../database/store.ts';
import type { Candidates } from '../options.ts';

const timeZone = 'Europe/Stockholm';

/** `2023-09-25T21:41:06.740000+02:00`, as Lime writes times. */
export const limeTime = (time: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(time.getTime()).toString({ timeZone, fractionalSecondDigits: 6 });

const midnight = (day: string): string => limeTime(new Date(startOfDay(day)));
const startOfDay = (day: string): number =>
  Temporal.PlainDate.from(day).toZonedDateTime({ timeZone }).epochMilliseconds;

/** A stored value as REST shows it: an option becomes `{id, key, text}`, the rest stays as it is. */
export function presentValue(property: Property, value: PropertyValue, candidates: Candidates): unknown {
  if (property.type === 'option') {
    const option = property.options?.find(({ key }) => key === value);
    return option ? { id: option.id, key: option.key, text: option.text } : null;
  }
  if (property.type === 'date' && typeof value === 'string' && candidates.dateFormat === 'midnight') {
    return midnight(value);
  }
  return value;
}

/** All properties of an object as REST shows them; a relation to many is shown by its links. */
export const presentProperties = (object: LimeObject, candidates: Candidates): Record<string, unknown> =>
  Object.fromEntries(
    object.limetype.properties
      .filter((property) => !isToMany(property))
      .map((property) => [
        property.name,
        presentValue(property, object.properties[property.name] ?? null, candidates),
      ]),
  );

/** The text by which people know the object. */
export const descriptiveOf = (object: LimeObject): string =>
  String(object.properties[object.limetype.descriptive] ?? '');
