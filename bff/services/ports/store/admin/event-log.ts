import type { Cause } from '../../../../domain/cause.ts';
import type { EventState } from '../../../../domain/event-state.ts';
import type { EventFilter } from '../inbox.ts';

/** A stored event without its body. */
export interface EventRow {
  id: number;
  deliveryId: string | null;
  event: string | null;
  subject: string | null;
  creditor: string | null;
  state: EventState;
  attempts: number;
  duplicates: number;
  receivedAt: string;
  occurredAt: string | null;
  completedAt: string | null;
  nextAttemptAt: string;
  cause: Cause | null;
  outcome: string | null;
}

/** Events before this id (null: from the newest on), at most so many. */
interface EventsBefore {
  before: number | null;
  limit: number;
}

/**
 * Events that match, newest first, as far as the search went: all with an id of `searchedTo` or more; null: all there
 * are.
 */
interface FoundEvents {
  events: EventRow[];
  searchedTo: { id: number; at: string } | null;
}

/**
 * Stored events as an administrator looks through them. Every question costs about the same, however many there are.
 */
export interface EventLog {
  /** @param text - with it, only events whose body contains it, whatever the case */
  find(database: string, filter: EventFilter, page: EventsBefore, text?: string): Promise<FoundEvents>;
  /** Ids of events that are, were delivered as, or are about this. */
  idsOf(
    database: string,
    name: { id: number | null; text: string; subjects: readonly string[] },
  ): Promise<number[]>;
  /** @returns with its body and, as JSON, its headers; null when they have been deleted */
  get(
    database: string,
    id: number,
  ): Promise<(EventRow & { body: string | null; headers: string | null }) | undefined>;
  failures(
    id: number,
    limit: number,
  ): Promise<Array<{ at: string; ms: number; cause: Cause; message: string }>>;
  /** The next event about the same that came after this one. */
  next(database: string, event: { id: number; subject: string }): Promise<{ receivedAt: string } | undefined>;
  /** The oldest event about the subject that has to be applied before this one. */
  blockedBy(database: string, event: { id: number; subject: string }): Promise<number | null>;
  newest(database: string): Promise<{ receivedAt: string } | undefined>;
  /** How many wait, and since when the oldest has. */
  queue(database: string): Promise<{ depth: number; oldestReceivedAt: string | null }>;
  /** When each creditor's last event came, among the newest few thousand. */
  creditors(database: string): Promise<ReadonlyMap<string, string>>;
}
