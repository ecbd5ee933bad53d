import type { Inbox } from './store/inbox.ts';

export interface Lease {
  /** Tells this claim from every other; only its holder may settle what was claimed. */
  token: string;
  until: string;
}

/** Thrown by {@link Inbox.complete}: the work took longer than its lease. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}
