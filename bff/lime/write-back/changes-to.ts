import type { LimeChange } from '../../services/ports/lime-writer.ts';
import { keyOf } from './differs.ts';
import type { Values } from './send-apart.ts';

/** The changes in Lime, as they are stored and shown: options by their keys. */
export const changesTo = (values: Values, before: Readonly<Record<string, unknown>>): LimeChange[] =>
  [...values].map(([field, { value }]) => ({ field, before: keyOf(before[field]) ?? null, after: value }));
