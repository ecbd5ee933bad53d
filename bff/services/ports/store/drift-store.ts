import type { EventState } from '../../../domain/event-state.ts';
import type { Difference, DriftOutcome, DriftValue } from '../../../domain/reconcile.ts';
import type { DueRead, WorkQueue } from '../work-queue.ts';

/** Invoices in which a run found differences, and how many of them have been read since. */
export interface DriftCount {
  found: number;
  resolved: number;
}

/** A webhook event about an invoice. */
export interface ReceivedEventRef {
  id: number;
  event: string;
  receivedAt: string;
  state: EventState;
}

/** Differences found in one invoice. */
export interface FoundDrift {
  actionPublicId: string;
  creditorPublicId: string;
  currency: string | null;
  differences: ReadonlyArray<Difference & { events: readonly string[]; received: ReceivedEventRef | null }>;
}

export interface StoredDrift extends Difference {
  id: number;
  actionPublicId: string;
  limeId: number | null;
  invoiceNumber: string | null;
  creditorPublicId: string;
  currency: string | null;
  foundAt: string;
  events: readonly string[];
  received: ReceivedEventRef | null;
  resolved: { at: string; outcome: DriftOutcome; value: DriftValue } | null;
}

/** The reads that resolve drift: of invoices whose list says something else than what is stored. */
export type DriftReads = WorkQueue<DueRead>;

/** What runs found. */
export interface DriftStore {
  counts(runs: readonly number[]): Promise<ReadonlyMap<number, DriftCount>>;
  /** Drift of a run, in the order in which it was found. */
  listByRun(database: string, run: number, page: { after: number; limit: number }): Promise<StoredDrift[]>;
  /** Of these invoices: whether a read is due, and which differences a read has shown to be in the list alone. */
  known(
    database: string,
    actionPublicIds: readonly string[],
  ): Promise<ReadonlyMap<string, { due: boolean; listOnly: string | null }>>;
  /** How many reads are due or will be. */
  pending(database: string): Promise<number>;
  /** The webhook events about these invoices, newest first. */
  received(
    database: string,
    actionPublicIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ReceivedEventRef[]>>;
  /** Keeps what a run found, and asks for a read of each invoice. Call within a transaction. */
  save(database: string, run: number, found: readonly FoundDrift[], at: string): Promise<void>;
  /** The unresolved differences of an invoice. */
  unresolved(database: string, actionPublicId: string): Promise<Array<Difference & { id: number }>>;
  /** Call within a transaction. @param listOnly - differences that only the list shows, to be skipped from now on */
  resolve(
    database: string,
    actionPublicId: string,
    on: {
      resolved: ReadonlyArray<{ id: number; outcome: DriftOutcome; value: DriftValue }>;
      at: string;
      listOnly: string | null;
    },
  ): Promise<void>;
  /** The creditors of the invoices stored as open. */
  creditorsSeen(database: string): Promise<string[]>;
  /** Invoices of a creditor that are stored as open, by id. */
  storedAsOpen(
    database: string,
    creditorPublicId: string,
    page: { after: string; limit: number },
  ): Promise<string[]>;
}
