import type { LimeKind } from '../../services/lime-writing.ts';
import type { FieldPair } from '../field-mapping.ts';
import type { LimeProperty } from '../limetype.ts';

/** A pair of the mapping with the property that it leads to. */
export interface UsablePair {
  pair: FieldPair;
  property: LimeProperty;
  /** With a relation: what kind of object it leads to. */
  leadsTo: LimeKind | null;
}

/** A pair that cannot be used, and why, in words. */
export interface MappingFault {
  limeField: string;
  billectaField: string;
  why: string;
}

/** Which pairs can be used with a limetype as it is. A field that does not exist or does not fit is named, and skipped. */
export function checkMapping(
  pairs: readonly FieldPair[],
  properties: readonly LimeProperty[],
): { usable: UsablePair[]; faults: MappingFault[] } {
  const usable: UsablePair[] = [];
  const faults: MappingFault[] = [];
  for (const pair of pairs) {
    const property = properties.find(({ name }) => name === pair.lime_field);
    const why = property ? misfit(pair, property) : 'Lime has no such field';
    if (property && why === null) usable.push({ pair, property, leadsTo: leadsTo(pair, property) });
    else faults.push({ limeField: pair.lime_field, billectaField: pair.billecta_field, why: why ?? '' });
  }
  return { usable, faults };
}

/** Types of Lime that take what a field holds; fields that are not named here may hold anything. */
const amountTypes = ['decimal', 'integer', 'string', 'text'];
const instantTypes = ['date', 'time', 'string', 'text'];
const fitting: Record<string, readonly string[]> = {
  'Status.Disputed': ['yesno', 'string', 'text'],
  'Status.Paused': ['yesno', 'string', 'text'],
  'Status.Stage': ['option', 'string', 'text'],
  'Status.Kind': ['option', 'string', 'text'],
  'Status.Autogiro': ['option', 'string', 'text'],
  'Reminder.ReminderFee': amountTypes,
};

function misfit(pair: FieldPair, property: LimeProperty): string | null {
  const path = pair.billecta_field;
  const types = fitting[path] ?? typesByName(path);
  if (property.type === 'belongsto')
    return leadsTo(pair, property)
      ? null
      : `it is a relation, and ${path} names neither an invoice nor a debtor`;
  if (types && !types.includes(property.type))
    return `its type is ${property.type}, which cannot hold ${path}`;
  const unknown = Object.values(pair.values ?? {}).filter(
    (key) => property.type === 'option' && !property.options?.some((option) => option.key === key),
  );
  return unknown.length > 0 ? `it has no option ${unknown.join(', ')}` : null;
}

function typesByName(path: string): readonly string[] | undefined {
  if (/Amount$/.test(path)) return amountTypes;
  return /(Date|Since|Created)$/.test(path) ? instantTypes : undefined;
}

/** Relations are followed by what the field names; the metadata is not known to say where they lead. */
function leadsTo({ billecta_field: path }: FieldPair, { type }: LimeProperty): LimeKind | null {
  if (type !== 'belongsto') return null;
  if (/(ActionPublicId|Status\.Invoice)$/.test(path)) return 'invoice';
  return /DebtorPublicId$/.test(path) ? 'debtor' : null;
}
