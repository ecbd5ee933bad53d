import type { Invoice } from './invoice.ts';

/** How an incoming snapshot relates to the stored one; only a read of the invoice can resolve `unclear`. */
export type SnapshotOrder = 'newer' | 'same' | 'stale' | 'unclear';

/**
 * Decides which of two snapshots of one invoice is newer.
 *
 * Billecta gives no version, but its event log only grows, so the events that have happened are a logical clock: more
 * events is newer, fewer is stale. Different events on both sides, no events at all, or the same events with different
 * facts decide nothing.
 */
export function compareSnapshots(stored: Invoice, incoming: Invoice): SnapshotOrder {
  const heldEvents = new Set(stored.occurred);
  const incomingEvents = new Set(incoming.occurred);
  const addsSome = !isSubset(incomingEvents, heldEvents);
  const lacksSome = !isSubset(heldEvents, incomingEvents);
  if (!addsSome && !lacksSome) return sameFacts(stored, incoming) ? 'same' : 'unclear';
  if (addsSome && lacksSome) return 'unclear';
  if (heldEvents.size === 0 || incomingEvents.size === 0) return 'unclear';
  return addsSome ? 'newer' : 'stale';
}

function isSubset(small: ReadonlySet<string>, large: ReadonlySet<string>): boolean {
  for (const id of small) if (!large.has(id)) return false;
  return true;
}

/** Whether two snapshots say the same, events apart. */
function sameFacts(a: Invoice, b: Invoice): boolean {
  return (
    a.invoiceNumber === b.invoiceNumber &&
    a.stage === b.stage &&
    a.disputedSince === b.disputedSince &&
    a.paused === b.paused &&
    a.dueDate === b.dueDate &&
    isAlike(a.amounts, b.amounts) &&
    a.nextEvent?.text === b.nextEvent?.text &&
    a.nextEvent?.date === b.nextEvent?.date &&
    isAlike(a.permits, b.permits)
  );
}

/** Whether two flat objects have the same values under the same names. */
function isAlike<T extends object>(a: T | null, b: T | null): boolean {
  if (a === null || b === null) return a === b;
  const names = Object.keys(a) as Array<keyof T>;
  return names.every((name) => a[name] === b[name]);
}
