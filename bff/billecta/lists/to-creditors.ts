import { z } from 'zod';
import type { Creditor } from '../../services/ports/billecta-lists.ts';

const View = z.looseObject({ CreditorPublicId: z.string(), Name: z.string().nullish() });

/** Billecta's list of creditors: an array, or an object around one (docs/facts/billecta.md 4.3). */
export function toCreditors(json: unknown): Creditor[] {
  const list = Array.isArray(json) ? json : Object.values(json as object).find(Array.isArray);
  return z
    .array(View)
    .parse(list)
    .map(({ CreditorPublicId, Name }) => ({ creditorPublicId: CreditorPublicId, name: Name ?? null }));
}
