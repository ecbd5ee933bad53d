import type { LimeProperty } from '../../../../bff/lime/client/limetype.ts';
import { defaultNames } from '../../../../bff/lime/client/names.ts';
import { checkMapping, type UsablePair } from '../../../../bff/lime/setup/check-mapping.ts';

/** A property of a limetype; a relation leads to what is given. */
export const property = (type: string, more: Partial<LimeProperty> = {}): LimeProperty => ({
  name: 'f',
  type,
  required: false,
  length: null,
  options: [],
  leadsTo: null,
  ...more,
});

/** Pairs that lead from fields of Billecta to these properties, as far as they can be used. */
export const pairs = (...given: Array<[billectaField: string, to: LimeProperty]>): UsablePair[] =>
  checkMapping(
    given.map(([billecta_field, { name }]) => ({ billecta_field, lime_field: name })),
    given.map(([, to]) => to),
    defaultNames,
    'invoice',
  ).usable;

/** The pair that leads to a property which may hold anything. */
export function pairTo(to: LimeProperty, values?: Record<string, string>): UsablePair {
  const [pair] = pairs(['Anything', to]);
  if (!pair) throw new Error(`Nothing is written to ${to.type}`);
  return values ? { ...pair, pair: { ...pair.pair, values } } : pair;
}
