import type { Fields, FieldValue } from '../../domain/fields.ts';
import type { LimeTarget } from '../../services/ports/lime-writer.ts';
import type { MappingFault, UsablePair } from '../setup/check-mapping.ts';
import { type LimeValue, type Plain, toLimeValue } from './to-lime-value.ts';

/** A value of Lime with the pair that it comes by. */
export interface Written {
  pair: UsablePair;
  value: Plain;
  /** Whether it empties the property; a new object is empty anyway. */
  empties: boolean;
}

export interface Circumstances {
  /** Lime ids of related objects, by Billecta's. */
  related: ReadonlyMap<string, number>;
  /** The property by which objects are found. */
  idField: string;
  /** The value that empties an option, as configured. */
  emptyOption: string | null;
}

/**
 * The values of fields in Lime, by Lime's names. Where two pairs lead to one field, the last that has a value decides.
 * A property that Lime requires, or that identifies an object, is never emptied.
 */
export function valuesToWrite(
  pairs: readonly UsablePair[],
  fields: Fields,
  circumstances: Circumstances,
): { values: Map<string, Written>; leftOut: MappingFault[] } {
  const values = new Map<string, Written>();
  const leftOut = new Map<string, MappingFault>();
  for (const pair of pairs) {
    const { lime_field: limeField, billecta_field: billectaField } = pair.pair;
    const field = fields[billectaField];
    if (field === undefined || (isEmpty(field) && values.has(limeField))) continue;
    const result = limeValueOf(pair, field, circumstances);
    if (result.kind === 'absent') continue;
    if (result.kind === 'left-out') {
      leftOut.set(limeField, { limeField, billectaField, why: `${billectaField} ${result.why}` });
      continue;
    }
    values.set(limeField, { pair, value: result.value, empties: result.kind === 'emptied' });
    leftOut.delete(limeField);
  }
  return { values, leftOut: [...leftOut.values()] };
}

function limeValueOf(pair: UsablePair, field: FieldValue, circumstances: Circumstances): LimeValue {
  const { related, idField, emptyOption } = circumstances;
  const result = pair.leadsTo ? relation(field, related) : toLimeValue(pair, field, emptyOption);
  if (result.kind !== 'emptied') return result;
  // A draft has no number yet; what people know it by in Lime stays.
  if (identifies(pair, idField)) return { kind: 'absent' };
  return pair.property.required ? { kind: 'left-out', why: 'is empty, and Lime requires a value' } : result;
}

/** Whether a user, or this service, identifies an object by the property. */
const identifies = ({ pair, form }: UsablePair, idField: string): boolean =>
  form !== 'relation' && (pair.lime_field === idField || identifiers.test(pair.billecta_field));

const identifiers =
  /(^|\.)(ActionPublicId|InvoiceNumber|DebtorPublicId|CreditorPublicId|PaymentReferenceId|UnhandledPaymentPublicId)$/;

/** The objects that the ones with these fields are related to. */
export function relationsIn(pairs: readonly UsablePair[], fields: Fields): LimeTarget[] {
  return pairs.flatMap(({ leadsTo, pair }) => {
    const id = fields[pair.billecta_field];
    return leadsTo && !isEmpty(id) ? [{ kind: leadsTo, billectaId: String(id) }] : [];
  });
}

const isEmpty = (field: FieldValue | undefined) => field === undefined || field === null || field === '';

/** The Lime id of what a field names; left as it is where Lime has no such object. */
function relation(field: FieldValue, related: ReadonlyMap<string, number>): LimeValue {
  if (isEmpty(field)) return { kind: 'emptied', value: null };
  const limeId = related.get(String(field));
  return limeId === undefined ? { kind: 'absent' } : { kind: 'value', value: limeId };
}
