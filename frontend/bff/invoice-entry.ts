import type { CommandName } from '../../bff/contract/command.ts';
import type { InvoiceStatus } from '../../bff/contract/invoice-status.ts';
import type { BffFault } from './bff-error.ts';

/** What the page knows of one invoice, and which command of this page is on its way. */
export type InvoiceEntry = Knowledge & { sending: CommandName | null };

type Knowledge =
  | { kind: 'loading' }
  | { kind: 'failed'; fault: BffFault }
  | { kind: 'known'; status: InvoiceStatus };

export const unread: InvoiceEntry = { kind: 'loading', sending: null };

/** The entry after `status` has come in, which changes nothing when we already hold something newer. */
export function withStatus(entry: InvoiceEntry, status: InvoiceStatus): InvoiceEntry {
  if (entry.kind === 'known' && isOlder(status, entry.status)) return entry;
  return { kind: 'known', status, sending: entry.sending };
}

/** The entry after a read has failed: what was known stays, with the age it tells itself. */
export function withFault(entry: InvoiceEntry, fault: BffFault): InvoiceEntry {
  return entry.kind === 'known' ? entry : { kind: 'failed', fault, sending: entry.sending };
}

function isOlder(incoming: InvoiceStatus, held: InvoiceStatus): boolean {
  if (incoming.actionPublicId !== held.actionPublicId || held.asOf === null) return false;
  return incoming.asOf === null || Date.parse(incoming.asOf) < Date.parse(held.asOf);
}
