import type { Fields, FieldValue } from '../../domain/fields.ts';
import type { LimeTarget } from '../../services/lime-writing.ts';
import type { UsablePair } from './check-mapping.ts';
import { type LimeValue, toLimeValue } from './to-lime-value.ts';

/** A value of Lime with the pair that it comes by. */
export interface Written {
  pair: UsablePair;
  value: string | number | boolean | null;
}

/** A field that was left out of a write, and why, in words. */
export interface LeftOut {
  limeField: string;
  why: string;
}

/**
 * What fields come to in Lime, by Lime's names. Where two pairs lead to one field, the last that has a value decides.
 *
 * @param related - Lime ids of related objects, by Billecta's
 */
export function valuesToWrite(
  pairs: readonly UsablePair[],
  fields: Fields,
  related: ReadonlyMap<string, number>,
): { values: Map<string, Written>; leftOut: LeftOut[] } {
  const values = new Map<string, Written>();
  const leftOut: LeftOut[] = [];
  for (const pair of pairs) {
    const { lime_field: name, billecta_field: path } = pair.pair;
    const field = fields[path];
    if (field === undefined || (isEmpty(field) && values.has(name))) continue;
    const result = pair.leadsTo
      ? relation(field, related)
      : toLimeValue(pair.property, field, pair.pair.values);
    if (result.kind === 'value') values.set(name, { pair, value: result.value });
    else leftOut.push({ limeField: name, why: `${path} ${result.why}` });
  }
  return { values, leftOut };
}

/** The objects that the ones with these fields are related to. */
export function relationsIn(pairs: readonly UsablePair[], fields: Fields): LimeTarget[] {
  return pairs.flatMap(({ leadsTo, pair }) => {
    const id = fields[pair.billecta_field];
    return leadsTo && !isEmpty(id) ? [{ kind: leadsTo, billectaId: String(id) }] : [];
  });
}

const isEmpty = (field: Fields[string] | undefined) => field === undefined || field === null || field === '';

/** The Lime id of what a field names; left as it is where Lime has no such object. */
function relation(field: FieldValue, related: ReadonlyMap<string, number>): LimeValue {
  if (isEmpty(field)) return { kind: 'value', value: null };
  const limeId = related.get(String(field));
  return limeId === undefined
    ? { kind: 'left-out', why: 'is not in Lime' }
    : { kind: 'value', value: limeId };
}
