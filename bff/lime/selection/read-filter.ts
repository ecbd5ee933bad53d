import type { LimeFilter, LimeParent } from '../../services/ports/lime.ts';
import type { LimeProperty } from '../client/limetype.ts';

/** The meaning of a bulk command's filter: invoices by their ids, or all that Lime finds by it. */
export type ReadFilter = { kind: 'ids'; ids: number[] } | { kind: 'query'; filter: LimeFilter | null };

/** How the object's own id may be called in a filter (docs/facts/lime.md 4.1). */
const idKeys: readonly unknown[] = ['_id', 'id'];

/** The key of the id in a filter of the service's own. */
const idKey = '_id';

/** So that pages of a query do not overlap. */
export const byId = [{ [idKey]: 'ASC' }];

/**
 * Reads the filter of a bulk command. Conditions that are not about ids go to Lime unchanged; null is all invoices.
 *
 * This file is the only one that knows the form of Lime's filters.
 */
export function readFilter(filter: LimeFilter | null): ReadFilter {
  const ids = filter && idsOf(filter);
  return ids ? { kind: 'ids', ids } : { kind: 'query', filter };
}

/** A filter on these ids. */
export const withIds = (ids: readonly number[]): LimeFilter => ({ key: idKey, op: 'IN', exp: ids });

/**
 * The filter, for a table on another record's card: only what belongs to that record. Whether Lime's own filter says so
 * already is not known, and does not matter. A relation to many, such as the invoice's payments, is no filter.
 *
 * @returns undefined when the invoice belongs to no such record, or in several ways
 */
export function withinParent(
  filter: LimeFilter | null,
  parent: LimeParent,
  properties: readonly LimeProperty[],
): LimeFilter | undefined {
  const [leading, another] = properties.filter(
    ({ type, leadsTo }) => type === 'belongsto' && leadsTo === parent.limetype,
  );
  if (!leading || another) return undefined;
  const belonging = { key: leading.name, op: '=', exp: parent.id };
  return filter ? { op: 'AND', exp: [filter, belonging] } : belonging;
}

function idsOf({ key, op, exp }: LimeFilter): number[] | undefined {
  if (!idKeys.includes(key)) return undefined;
  const ids = op === 'IN' ? exp : op === '=' ? [exp] : undefined;
  return Array.isArray(ids) && ids.every(isId) ? ids : undefined;
}

const isId = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) > 0;
