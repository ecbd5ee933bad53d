import type { EventState } from '../../contract/admin/events.ts';
import type { Cause } from '../../contract/cause.ts';
import type { Difference, DriftOutcome, DriftValue, ListedInvoice } from '../../domain/reconcile.ts';
import type { Lease } from './inbox.ts';

export type ReconciliationKind = 'open' | 'closed';

/** A list of a creditor's invoices; closed ones by the day they were closed on, `YYYY-MM-DD`, both included. */
export type ListOf =
  | { kind: 'open'; creditorPublicId: string }
  | { kind: 'closed'; creditorPublicId: string; from: string; to: string };

export interface Creditor {
  creditorPublicId: string;
  name: string | null;
}

/** Billecta's lists. */
export interface BillectaLists {
  /**
   * Reads a whole list, row by row as it comes.
   *
   * @throws Fault `missing-in-billecta` when there is no such creditor, or another `billecta-…`
   */
  listInvoices(list: ListOf, onRow: (row: ListedInvoice) => void, signal: AbortSignal): Promise<void>;
  /** The creditors that we may read. @throws Fault `billecta-…` */
  creditors(priority: 'user' | 'reconciliation', signal: AbortSignal): Promise<Creditor[]>;
}

export interface Failure {
  cause: Cause;
  message: string;
}

/** How far a run has come with one creditor. */
export interface CreditorProgress {
  creditorPublicId: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** Rows of the list; null until it has been read. */
  total: number | null;
  compared: number;
  /** Invoices that differ and may not be read before the next run. */
  deferred: number;
  failure: Failure | null;
}

export type RunState = 'running' | 'interrupted' | 'finished' | 'failed';

export interface ReconciliationRun {
  id: number;
  kind: ReconciliationKind;
  /** The one creditor that was asked for; null for all. */
  creditor: string | null;
  state: RunState;
  startedBy: string;
  startedAt: string;
  finishedAt: string | null;
  interruptions: number;
  creditors: readonly CreditorProgress[];
  failure: Failure | null;
}

/** Invoices in which a run found differences, and how many of them have been read since. */
export interface DriftCount {
  noted: number;
  settled: number;
}

export type NewRun = Pick<ReconciliationRun, 'kind' | 'creditor' | 'startedBy' | 'startedAt'>;

/** A webhook event that tells of an invoice. */
export interface ReceivedTelling {
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
  differences: ReadonlyArray<Difference & { events: readonly string[]; received: ReceivedTelling | null }>;
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
  received: ReceivedTelling | null;
  settled: { at: string; outcome: DriftOutcome; value: DriftValue } | null;
}

/** Runs. One at a time is unfinished, over all processes; whoever holds its lease carries it out. */
export interface Reconciliations {
  /** Starts a run, or tells which one is unfinished. */
  start(database: string, run: NewRun): Promise<{ id: number; started: boolean }>;
  /** Takes up the unfinished run unless somebody is at it. */
  claim(database: string, now: string, lease: Lease): Promise<ReconciliationRun | undefined>;
  /** @throws LeaseLost when somebody else has taken it up */
  keep(id: number, lease: Lease, creditors: readonly CreditorProgress[]): Promise<void>;
  /** @throws LeaseLost when somebody else has taken it up */
  end(
    id: number,
    token: string,
    end: { state: Exclude<RunState, 'running'>; at: string; failure: Failure | null },
  ): Promise<void>;
  get(database: string, id: number, now: string): Promise<ReconciliationRun | undefined>;
  /** Newest first. */
  list(
    database: string,
    page: { before: number | null; limit: number },
    now: string,
  ): Promise<ReconciliationRun[]>;
  /** The last run over all creditors; with `finished`, only of those that came to their end. */
  last(
    database: string,
    kind: ReconciliationKind,
    only: 'any' | 'finished',
  ): Promise<ReconciliationRun | undefined>;
  /** Forgets finished runs, and their drift, of before an instant. @returns how many */
  prune(database: string, before: string, limit: number): Promise<number>;
}

/** An invoice that is to be read since its list tells otherwise than we do. */
export interface DriftRead {
  actionPublicId: string;
  attempts: number;
}

/** What runs found, and the reads that settle it. */
export interface DriftStore {
  counts(runs: readonly number[]): Promise<ReadonlyMap<number, DriftCount>>;
  /** Drift of a run, in the order in which it was found. */
  of(database: string, run: number, page: { after: number; limit: number }): Promise<StoredDrift[]>;
  /** Of these invoices: whether a read is due, and which differences a read has shown to be the list's alone. */
  known(
    database: string,
    actionPublicIds: readonly string[],
  ): Promise<ReadonlyMap<string, { due: boolean; insists: string | null }>>;
  /** How many reads are due or will be. */
  pending(database: string): Promise<number>;
  /** The webhook events about these invoices, newest first. */
  received(
    database: string,
    actionPublicIds: readonly string[],
  ): Promise<ReadonlyMap<string, readonly ReceivedTelling[]>>;
  /** Keeps what a run found, and asks for a read of each invoice. Call within a transaction. */
  note(database: string, run: number, found: readonly FoundDrift[], at: string): Promise<void>;
  /** Reads that are due; nobody else gets them before `until`. */
  claim(database: string, now: string, until: string, limit: number): Promise<DriftRead[]>;
  postpone(database: string, actionPublicId: string, at: string, attempts: number): Promise<void>;
  /** What is not settled of an invoice. */
  unsettled(database: string, actionPublicId: string): Promise<Array<Difference & { id: number }>>;
  /** Call within a transaction. @param insists - differences that the list alone tells, to be passed over from now on */
  settle(
    database: string,
    actionPublicId: string,
    settled: ReadonlyArray<{ id: number; outcome: DriftOutcome; value: DriftValue }>,
    at: string,
    insists: string | null,
  ): Promise<void>;
  /** The creditors of the invoices that we hold as open. */
  creditorsSeen(database: string): Promise<string[]>;
  /** Invoices of a creditor that we hold as open, by id. */
  heldOpen(
    database: string,
    creditorPublicId: string,
    page: { after: string; limit: number },
  ): Promise<string[]>;
}
