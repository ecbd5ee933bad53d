import type { Invoice } from './invoice.ts';
import { compareSnapshots } from './snapshot-order.ts';

/** A snapshot and its source: the service's own read of Billecta, or a webhook. */
export type Incoming =
  | { kind: 'read'; invoice: Invoice; startedAt: string; endedAt: string }
  | { kind: 'webhook'; invoice: Invoice };

/** Whether to `store` a snapshot or to keep the stored one, and whether the invoice must be read (again) to be sure. */
export interface Acceptance {
  store: boolean;
  read: boolean;
}

/**
 * A read is the truth, unless a snapshot arrived after the read began: then the two are compared, and only a read that
 * began later can decide. A stored snapshot from the future is from before the clock was set back, so it is older. A
 * posted snapshot is believed when it is newer, and always confirmed by a read.
 *
 * @param stored - the stored snapshot, and when it arrived; undefined when there is none
 */
export function acceptSnapshot(
  stored: { invoice: Invoice; asOf: string } | undefined,
  incoming: Incoming,
): Acceptance {
  if (!stored) return { store: true, read: incoming.kind === 'webhook' };
  const order = compareSnapshots(stored.invoice, incoming.invoice);
  switch (incoming.kind) {
    case 'webhook':
      return { store: order === 'newer', read: order !== 'stale' };
    case 'read':
      if (stored.asOf > incoming.endedAt) return { store: true, read: false };
      if (stored.asOf < incoming.startedAt || order === 'newer' || order === 'same') {
        return { store: true, read: false };
      }
      return { store: false, read: true };
  }
}
