import type { Cause } from '../../domain/cause.ts';
import type { Lease } from './lease.ts';

/** An item that a worker has leased. */
export interface Leased {
  /** Tells this lease from every other; only its holder may end it. */
  token: string;
  /** Attempts that have failed. */
  attempts: number;
}

/** An object to read in Billecta. */
export interface DueRead extends Leased {
  /** Its id there. */
  id: string;
}

/** Why an attempt failed. */
export interface AttemptFailure {
  cause: Cause;
  /** In words, Billecta's own among them. */
  message: string;
  at: string;
}

/** Where due work is leased from. */
export interface Leasable<Item> {
  /**
   * Leases what is due, the longest due first. No other worker, of whichever process, gets it until the lease is over;
   * then what a dead process had leased is due again.
   */
  lease(database: string, now: string, lease: Lease, limit: number): Promise<Item[]>;
}

/** Due work, one item at a time. A call by a worker whose lease is over changes nothing. */
export interface WorkQueue<Item extends Leased> extends Leasable<Item> {
  /** Ends the item; what was enqueued since the lease was given stays due. */
  complete(database: string, item: Item): Promise<void>;
  /** Gives the item back after a failed attempt. */
  retryAt(database: string, item: Item, at: string, failure: AttemptFailure): Promise<void>;
  /** Ends the item after a failed attempt: the same attempt would fail again. */
  giveUp(database: string, item: Item, failure: AttemptFailure): Promise<void>;
  /** Makes the lease of an item last longer, while it is handled. @param until - ISO 8601 in UTC */
  extend(database: string, item: Item, until: string): Promise<void>;
  /** Gives back an item that was not tried: due as before. */
  release(database: string, item: Item): Promise<void>;
}
