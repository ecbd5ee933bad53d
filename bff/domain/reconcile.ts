import type { Invoice } from './invoice/invoice.ts';
import type { Stage } from './invoice/stage.ts';
import { isOpen } from './invoice/stage.ts';

/**
 * A row of Billecta's open or closed list, as far as it can be compared. A field that it does not carry is undefined.
 */
export interface ListedInvoice {
  actionPublicId: string;
  /** The stages that it may be in; a list is less precise about them than the invoice. */
  stages: readonly Stage[] | undefined;
  disputed: boolean | undefined;
  paused: boolean | undefined;
  /** Minor units. */
  currentAmount: number | undefined;
  currency: string | undefined;
  /** `YYYY-MM-DD` in Sweden. */
  dueDate: string | undefined;
  nextEvent: string | null | undefined;
  nextEventDate: string | null | undefined;
}

export const driftFields = [
  'known',
  'listed',
  'stage',
  'disputed',
  'paused',
  'currentAmount',
  'dueDate',
  'nextEvent',
  'nextEventDate',
] as const;
export type DriftField = (typeof driftFields)[number];

export type DriftValue = string | number | boolean | null;

/** One field whose value in a list differs from the stored one. */
export interface Difference {
  field: DriftField;
  before: DriftValue;
  after: DriftValue;
}

/**
 * The differences between a list and the stored snapshot of an invoice.
 *
 * @param stored - null when there is none; a draft may have none, since no webhook reports drafts
 */
export function compareWithList(stored: Invoice | null, listed: ListedInvoice): Difference[] {
  if (stored === null) {
    const isDraft = listed.stages?.every((stage) => stage === 'draft') ?? false;
    return isDraft ? [] : [{ field: 'known', before: false, after: true }];
  }
  const stage = listed.stages?.includes(stored.stage) === false ? listed.stages[0] : stored.stage;
  const listedFields: Array<[DriftField, DriftValue | undefined]> = [
    ['stage', stage],
    ['disputed', listed.disputed],
    ['paused', listed.paused],
    ['currentAmount', listed.currentAmount],
    ['dueDate', listed.dueDate],
    ['nextEvent', listed.nextEvent],
    ['nextEventDate', listed.nextEventDate],
  ];
  return listedFields.flatMap(([field, after]): Difference[] => {
    const before = fieldOf(field, stored);
    return after === undefined || after === before ? [] : [{ field, before, after }];
  });
}

/** The difference of an invoice that is stored as open, and that Billecta does not list. */
export const missingFromList: readonly Difference[] = [{ field: 'listed', before: true, after: false }];

/** The stored value of a field; null is an invoice without a snapshot. */
export function fieldOf(field: DriftField, stored: Invoice | null): DriftValue {
  if (field === 'known') return stored !== null;
  if (stored === null) return null;
  switch (field) {
    case 'listed':
      return isOpen(stored);
    case 'stage':
      return stored.stage;
    case 'disputed':
      return stored.disputedSince !== null;
    case 'paused':
      return stored.paused;
    case 'currentAmount':
      return stored.amounts?.current ?? null;
    case 'dueDate':
      return stored.dueDate;
    case 'nextEvent':
      return stored.nextEvent?.text ?? null;
    case 'nextEventDate':
      return stored.nextEvent?.date ?? null;
  }
}

const state = 'InvoiceActionStateChanged';
const paid = 'InvoicePaymentReceived';
const credited = 'AmountCreditedOnInvoice';
const writtenOff = 'AmountWrittenOffOnInvoice';
const reminded = 'ReminderInvoiceActionCreated';
const attested = 'InvoiceActionAttested';

/** The webhook events one of which should have reported a difference, the likeliest first; none when no event does. */
export function eventsThatReport({ field, before, after }: Difference): readonly string[] {
  switch (field) {
    case 'known':
      return [attested, state];
    case 'listed':
      return [paid, credited, writtenOff, state];
    case 'stage':
      return eventsOfStage(after);
    case 'disputed':
    case 'paused':
    case 'dueDate':
      return [state];
    case 'currentAmount':
      return Number(after) < Number(before) ? [paid, credited, writtenOff, state] : [reminded, state];
    case 'nextEvent':
    case 'nextEventDate':
      return [];
  }
}

function eventsOfStage(stage: DriftValue): readonly string[] {
  switch (stage) {
    case 'attested':
      return [attested, state];
    case 'reminded':
      return [reminded, state];
    case 'paid':
      return [paid, writtenOff, state];
    case 'credited':
      return [credited, state];
    default:
      return [state];
  }
}

export const driftOutcomes = ['corrected', 'overtaken', 'as-stored', 'missing'] as const;
export type DriftOutcome = (typeof driftOutcomes)[number];

/**
 * The outcome of reading the invoice for a field that differed in its list.
 *
 * @param before - the stored value when the difference was found
 * @param stored - the stored value just before the read
 * @param read - the value that the read returned
 */
export function outcomeOf(before: DriftValue, stored: DriftValue, read: DriftValue): DriftOutcome {
  if (read === before) return 'as-stored';
  return stored === read ? 'overtaken' : 'corrected';
}
