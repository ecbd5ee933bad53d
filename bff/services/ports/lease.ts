import type { Inbox } from './store/inbox.ts';

export interface Lease {
  /** Distinguishes this lease from every other; only its holder may complete the leased items. */
  token: string;
  until: string;
}

/** Thrown by {@link Inbox.complete}: the work took longer than its lease. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
