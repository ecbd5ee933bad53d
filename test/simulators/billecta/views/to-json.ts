import type { Candidates } from '../candidates.ts';
import { enumNumbers } from './enum-numbers.ts';

/** The bytes of an answer or a webhook: enums as names, or as numbers under that candidate. */
export function toJson(value: unknown, enums: Candidates['enums']): string {
  if (enums === 'names') return JSON.stringify(value);
  return JSON.stringify(value, (field, held: unknown) =>
    typeof held === 'string' ? (enumNumbers[field]?.[held] ?? held) : held,
  );
}
