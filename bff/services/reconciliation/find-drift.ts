import {
  compareWithList,
  type Difference,
  eventsThatReport,
  type ListedInvoice,
  missingFromList,
} from '../../domain/reconcile.ts';
import type { FoundDrift, ReceivedEventRef } from '../ports/store/drift-store.ts';
import type { InvoiceRecord } from '../ports/store/invoice-store.ts';

/** Differences of one invoice, in a form that two runs can compare. */
export const signatureOf = (differences: readonly Difference[]): string =>
  JSON.stringify(differences.map(({ field, before, after }) => [field, before, after]));

/**
 * What a list tells otherwise than what we hold of an invoice; none when we have heard of it since the list was asked
 * for, or are about to read it anyway: then it is the list that is old.
 *
 * @param listed - null when the invoice is not on the list
 * @param askedAt - when the list was asked for
 */
export function differencesOf(
  record: InvoiceRecord | undefined,
  listed: ListedInvoice | null,
  askedAt: string,
): readonly Difference[] {
  if (record && (record.readDueAt !== null || (record.snapshot?.asOf ?? '') >= askedAt)) return [];
  const stored = record?.snapshot?.invoice ?? null;
  return listed === null ? missingFromList : compareWithList(stored, listed);
}

/**
 * The differences with the webhook events that should have told of them, and the last of these that did come since we
 * heard of the invoice.
 *
 * @param received - what came about the invoice, newest first
 */
export function explained(
  differences: readonly Difference[],
  record: InvoiceRecord | undefined,
  received: readonly ReceivedEventRef[],
): FoundDrift['differences'] {
  const since = record?.snapshot?.asOf ?? '';
  return differences.map((difference) => {
    const events = eventsThatReport(difference);
    const told = received.find(({ event, receivedAt }) => events.includes(event) && receivedAt >= since);
    return { ...difference, events, received: told ?? null };
  });
}
