import type { Inbox } from './store/inbox.ts';

export interface Lease {
  /** Tells this lease from every other; only its holder may end it. */
  token: string;
  /** ISO 8601 in UTC. */
  until: string;
}

/** Thrown by {@link Inbox.complete}: the work took longer than its lease. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
