import type { PropertyType, PropertyValue } from '../database/property.ts';
import { invalid } from './errors.ts';
import { comparable } from './moment.ts';

/** A filter of Lime's query objects: `{key, op, exp}`, or `{op, exp}` for AND, OR and NOT. */
interface Expression {
  key?: string;
  op: string;
  exp: unknown;
}

/** What a key stands for in the object that is being tested. */
export interface Found {
  type: PropertyType;
  value: PropertyValue;
}
export type Lookup = (key: string) => Found;

/**
 * Whether the object that `lookup` reads passes the filter; all pass `{}` (facts 7).
 *
 * @throws 400 for an operator that does not exist
 */
export function evaluate(expression: unknown, lookup: Lookup): boolean {
  if (isNothing(expression)) return true;
  if (!isExpression(expression)) throw invalid('Not a filter expression');
  const { key, op, exp } = expression;
  switch (op) {
    case 'AND':
      return list(exp).every((part) => evaluate(part, lookup));
    case 'OR':
      return list(exp).some((part) => evaluate(part, lookup));
    case '!':
      return !evaluate(exp, lookup);
    default:
      if (key === undefined) throw invalid(`Operator ${op} needs a key`);
      return test(op, lookup(key), exp);
  }
}

function test(op: string, { type, value }: Found, exp: unknown): boolean {
  const order = (other: unknown) => compare(comparable(type, value), comparable(type, other));
  switch (op) {
    case '=':
      return order(exp) === 0;
    case '!=':
      return order(exp) !== 0;
    case '<':
      return order(exp) < 0;
    case '>':
      return order(exp) > 0;
    case '<=':
      return order(exp) <= 0;
    case '>=':
      return order(exp) >= 0;
    case 'IN':
      return list(exp).some((item) => order(item) === 0);
    case '=?':
      return lower(value).startsWith(lower(exp));
    case '?':
      return lower(value).includes(lower(exp));
    case '=$':
      return lower(value).endsWith(lower(exp));
    default:
      throw invalid(`Unknown operator ${op}`);
  }
}

/** Orders numbers as numbers and everything else as text, nothing first; NaN when they cannot be compared. */
export function compare(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? -1 : 1;
  if (typeof a !== typeof b) return Number.NaN;
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : 1;
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw invalid('Expected a list');
  return value;
}

const lower = (value: unknown): string => String(value ?? '').toLowerCase();

const isNothing = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;

const isExpression = (value: unknown): value is Expression =>
  typeof value === 'object' && value !== null && 'op' in value && 'exp' in value;
