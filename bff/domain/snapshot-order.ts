import type { Invoice } from './invoice.ts';

/** How an incoming snapshot stands to the one we hold; `unclear` can only be settled by reading the invoice. */
export type SnapshotOrder = 'newer' | 'same' | 'stale' | 'unclear';

/**
 * Tells which of two snapshots of one invoice is newer.
 *
 * Billecta gives no version, but its event log only grows, so the events that have happened are a logical clock:
 * more events is newer, fewer is stale. Different events on both sides, no events at all, or the same events with
 * different facts say nothing.
 */
export function compareSnapshots(held: Invoice, incoming: Invoice): SnapshotOrder {
  if (sameFacts(held, incoming)) return 'same';
  const heldEvents = new Set(held.occurred);
  const incomingEvents = new Set(incoming.occurred);
  if (heldEvents.size === 0 || incomingEvents.size === 0) return 'unclear';
  const addsSome = !isSubset(incomingEvents, heldEvents);
  const lacksSome = !isSubset(heldEvents, incomingEvents);
  if (addsSome === lacksSome) return 'unclear';
  return addsSome ? 'newer' : 'stale';
}

function isSubset(small: ReadonlySet<string>, large: ReadonlySet<string>): boolean {
  for (const id of small) if (!large.has(id)) return false;
  return true;
}

function sameFacts(a: Invoice, b: Invoice): boolean {
  return JSON.stringify(normal(a)) === JSON.stringify(normal(b));
}

function normal(invoice: Invoice): unknown[] {
  const { amounts, nextEvent, permits } = invoice;
  return [
    invoice.invoiceNumber,
    invoice.stage,
    invoice.disputedSince,
    invoice.paused,
    invoice.dueDate,
    amounts && [
      amounts.currency,
      amounts.invoiced,
      amounts.current,
      amounts.paid,
      amounts.credited,
      amounts.writtenOff,
    ],
    nextEvent && [nextEvent.text, nextEvent.date],
    [permits.dispute, permits['cancel-dispute'], permits.pause, permits.resume],
    [...new Set(invoice.occurred)].sort(),
  ];
}
