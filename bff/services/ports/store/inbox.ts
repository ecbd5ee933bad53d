import type { Cause } from '../../../domain/cause.ts';
import type { EventState } from '../../../domain/event-state.ts';
import type { Lease } from '../lease.ts';

export interface StoredEvent {
  id: number;
  event: string | null;
  subject: string | null;
  /** Null once it has been pruned. */
  body: string | null;
  state: EventState;
  attempts: number;
  receivedAt: string;
  occurredAt: string | null;
}

/** The outcome of one attempt to apply an event. */
export type EventOutcome =
  /** It was not tried, and is due as before. */
  | { kind: 'returned'; id: number }
  | { kind: 'settled'; id: number; state: EventState; words: string | null }
  | {
      kind: 'failed';
      id: number;
      cause: Cause;
      message: string;
      ms: number;
      attempts: number;
      retryAt: string | null;
    };

/** Selects events; an absent field matches all. */
export interface EventFilter {
  ids?: readonly number[] | undefined;
  states?: readonly EventState[] | undefined;
  /** Only events that have failed and are tried again automatically. */
  failing?: true | undefined;
  causes?: readonly Cause[] | undefined;
  event?: string | undefined;
  creditor?: string | undefined;
  /** About one of these. */
  subjects?: readonly string[] | undefined;
  /** Received at this instant or later. */
  from?: string | undefined;
  /** Received before this instant. */
  to?: string | undefined;
}

export interface Inbox {
  /**
   * Leases events that are due, in the order in which they are to be applied. While one about a subject is leased, or
   * has failed and waits to be tried again, later ones about the same are not, and no other subject waits for them.
   * What a dead process had leased is due again when its lease is over.
   */
  lease(database: string, now: string, lease: Lease, limit: number): Promise<StoredEvent[]>;
  /** Ends the lease with each event's outcome. @throws LeaseLost when another process has leased one of them since */
  complete(token: string, outcomes: readonly EventOutcome[], at: string): Promise<void>;
  /**
   * Ids of events that match, oldest first, among a part of all that lie behind `after`; asked again with `next` until
   * that is null. Each part is short enough not to delay other callers.
   */
  match(
    database: string,
    filter: EventFilter,
    after: number,
  ): Promise<{ ids: number[]; next: number | null }>;
  /** These events, oldest first. */
  read(database: string, ids: readonly number[]): Promise<StoredEvent[]>;
  /**
   * Has those of these that are completed, or else those that are failing, applied again, from the first attempt on;
   * not those whose body has been deleted.
   *
   * @returns how many
   */
  requeue(
    database: string,
    ids: readonly number[],
    at: string,
    which?: 'completed' | 'failing',
  ): Promise<number>;
  /** Sets aside an event that has failed or cannot be read. @returns whether there was such an event */
  dismiss(database: string, id: number, by: string, at: string): Promise<boolean>;
  /** Deletes the bodies of at most `limit` completed events received before an instant. @returns how many */
  deleteExpired(database: string, before: string, limit: number): Promise<number>;
}
