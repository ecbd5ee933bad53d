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
 * The differences between a list and the stored snapshot of an invoice; none when the snapshot is newer than the
 * request for the list, or a read is due anyway: then the list is old.
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
 * The differences with the webhook events that should have reported them, and the last of these events that arrived
 * after the snapshot.
 *
 * @param received - events about the invoice, newest first
 */
export function explained(
  differences: readonly Difference[],
  record: InvoiceRecord | undefined,
  received: readonly ReceivedEventRef[],
): FoundDrift['differences'] {
  const since = record?.snapshot?.asOf ?? '';
  return differences.map((difference) => {
    const events = eventsThatReport(difference);
    const reported = received.find(({ event, receivedAt }) => events.includes(event) && receivedAt >= since);
    return { ...difference, events, received: reported ?? null };
  });
}
