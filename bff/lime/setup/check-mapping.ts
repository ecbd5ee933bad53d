import type { LimeKind } from '../../domain/lime-kind.ts';
import type { LimeProperty } from '../client/limetype.ts';
import { kindOf, type LimeNames } from '../client/names.ts';
import { formOf, type ValueForm } from '../write-back/value-form.ts';
import type { FieldPair } from './field-mapping.ts';
import { missingOptions } from './missing-options.ts';

/** A pair of the mapping with the property that it leads to. */
export interface UsablePair {
  pair: FieldPair;
  property: LimeProperty;
  form: ValueForm;
  /** With a relation: what kind of object it leads to. */
  leadsTo: LimeKind | null;
}

/** A pair that cannot be used, or a value that was left out, and why, in words. */
export interface MappingFault {
  limeField: string;
  billectaField: string;
  why: string;
}

/**
 * Which pairs can be used with a limetype as it is. A field that does not exist or does not fit is named, and skipped;
 * one that has no option for every state is named, and used for the others.
 */
export function checkMapping(
  pairs: readonly FieldPair[],
  properties: readonly LimeProperty[],
  names: LimeNames,
  kind: LimeKind,
): { usable: UsablePair[]; faults: MappingFault[] } {
  const usable: UsablePair[] = [];
  const faults: MappingFault[] = [];
  for (const pair of pairs) {
    const property = properties.find(({ name }) => name === pair.lime_field);
    const checked = property ? checkPair(pair, property, names) : 'Lime has no such field';
    const name = (why: string) =>
      faults.push({ limeField: pair.lime_field, billectaField: pair.billecta_field, why });
    if (typeof checked === 'string') {
      name(checked);
      continue;
    }
    usable.push(checked);
    const missing = checked.form === 'option' ? missingOptions(pair, checked.property, kind) : [];
    if (missing.length > 0) name(`it has no option for ${missing.join(', ')}`);
  }
  return { usable, faults };
}

/** @returns why the pair cannot be used, when it cannot */
function checkPair(pair: FieldPair, property: LimeProperty, names: LimeNames): UsablePair | string {
  const { type, options } = property;
  const path = pair.billecta_field;
  const form = formOf(type);
  if (form === null) return `its type is ${type}, which is not written`;
  if (form === 'relation') {
    const leadsTo = relation(pair, property, names);
    return typeof leadsTo === 'string' ? { pair, property, form, leadsTo } : leadsTo.why;
  }
  if (!(fitting[path] ?? formsByName(path)).includes(form))
    return `its type is ${type}, which cannot hold ${path}`;
  const unknown = Object.values(pair.values ?? {}).filter(
    (key) => form === 'option' && !options.some((option) => option.key === key),
  );
  if (unknown.length > 0) return `it has no option ${unknown.join(', ')}`;
  return { pair, property, form, leadsTo: null };
}

/** Forms that fit a field's values; fields that are not named here may have any value. */
const any: readonly ValueForm[] = ['text', 'number', 'yesno', 'day', 'instant', 'option'];
const yesOrNo: readonly ValueForm[] = ['yesno', 'text'];
const word: readonly ValueForm[] = ['option', 'text'];
const amount: readonly ValueForm[] = ['number', 'text'];
const time: readonly ValueForm[] = ['day', 'instant', 'text'];
const fitting: Readonly<Record<string, readonly ValueForm[]>> = {
  'Status.Disputed': yesOrNo,
  'Status.Paused': yesOrNo,
  'Status.Stage': word,
  'Status.Kind': word,
  'Status.Autogiro': word,
  'Reminder.ReminderFee': amount,
};

function formsByName(path: string): readonly ValueForm[] {
  if (/Amount$/.test(path)) return amount;
  return /(Date|Since|Created)$/.test(path) ? time : any;
}

/** A relation accepts the id of an object of the limetype at its other end. */
function relation(
  { billecta_field: path }: FieldPair,
  { leadsTo }: LimeProperty,
  names: LimeNames,
): LimeKind | { why: string } {
  const named = namedBy(path);
  if (named === null) return { why: `it is a relation, and ${path} names neither an invoice nor a debtor` };
  if (leadsTo === null) return { why: 'it is a relation, and Lime does not say where it leads' };
  return kindOf(leadsTo, names) === named
    ? named
    : { why: `it leads to ${leadsTo}, and ${path} names ${named === 'invoice' ? 'an invoice' : 'a debtor'}` };
}

/** The kind of object that a field of Billecta identifies. */
function namedBy(path: string): 'invoice' | 'debtor' | null {
  if (/(^|\.)ActionPublicId$/.test(path) || path === 'Status.Invoice') return 'invoice';
  return /(^|\.)DebtorPublicId$/.test(path) ? 'debtor' : null;
}
