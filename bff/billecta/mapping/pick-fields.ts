import type { Fields, FieldValue } from '../../domain/fields.ts';
import { toInstant } from './date-time.ts';

/** Minor units in a whole (docs/facts/billecta.md 1.2). */
const minorInOne = 100;

/** The fields of one of Billecta's views at these paths. */
export function pickFields(view: unknown, paths: readonly string[]): Fields {
  const fields: Record<string, FieldValue> = {};
  for (const path of paths) {
    const value = toFieldValue(valueAt(view, path));
    if (value !== undefined) fields[path] = value;
  }
  return fields;
}

function valueAt(view: unknown, path: string): unknown {
  let value = view;
  for (const name of path.split('.')) {
    if (value === null) return null;
    if (typeof value !== 'object') return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

const dateTime = /^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}/;

function toFieldValue(value: unknown): FieldValue | undefined {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string') return dateTime.test(value) ? (toInstant(value) ?? value) : value;
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string').join('\n');
  return typeof value === 'object' ? amount(value as Record<string, unknown>) : undefined;
}

/** An AmountView in whole units; undefined when the object is something else. */
export function amount({ Value, ValueForView }: Record<string, unknown>): number | undefined {
  if (typeof Value === 'number') return Value / minorInOne;
  return typeof ValueForView === 'number' ? ValueForView : undefined;
}
