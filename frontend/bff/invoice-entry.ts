import type { CommandName } from '../../bff/contract/command.ts';
import type { InvoiceStatus } from '../../bff/contract/invoice-status.ts';
import type { BffFault } from './bff-error.ts';

/** What the page knows of one invoice, and which command of this page is on its way. */
export type InvoiceEntry = Knowledge & { sending: CommandName | null };

type Knowledge =
  | { kind: 'loading' }
  | { kind: 'failed'; fault: BffFault }
  /** `fault` is why the last read failed; the status is what was known before. */
  | { kind: 'known'; status: InvoiceStatus; fault: BffFault | null };

export const unread: InvoiceEntry = { kind: 'loading', sending: null };

/** The entry after `status` has come in, which changes nothing when the entry already has something newer. */
export function withStatus(entry: InvoiceEntry, status: InvoiceStatus): InvoiceEntry {
  const { sending } = entry;
  if (entry.kind !== 'known' || !isOlder(status, entry.status))
    return { kind: 'known', status, fault: null, sending };
  return entry.fault ? { ...entry, fault: null } : entry;
}

/** The entry after a read has failed: what was known stays. */
export function withFault(entry: InvoiceEntry, fault: BffFault): InvoiceEntry {
  if (entry.kind === 'known') return { ...entry, fault };
  return { kind: 'failed', fault, sending: entry.sending };
}

function isOlder(incoming: InvoiceStatus, stored: InvoiceStatus): boolean {
  if (incoming.actionPublicId !== stored.actionPublicId || stored.asOf === null) return false;
  return incoming.asOf === null || Date.parse(incoming.asOf) < Date.parse(stored.asOf);
}
