import type { Cause } from '../../../domain/cause.ts';
import type { CreditorState, ReconciliationKind, RunState } from '../../../domain/reconciliation.ts';
import type { Lease } from '../lease.ts';

export interface Failure {
  cause: Cause;
  message: string;
}

/** The progress of a run with one creditor. */
export interface CreditorProgress {
  creditorPublicId: string;
  state: CreditorState;
  /** Rows of the list; null until it has been read. */
  total: number | null;
  compared: number;
  /** Invoices that differ and may not be read before the next run. */
  deferred: number;
  failure: Failure | null;
}

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

type NewRun = Pick<ReconciliationRun, 'kind' | 'creditor' | 'startedBy' | 'startedAt'>;

/** Runs. One at a time is unfinished, over all processes; the holder of its lease carries it out. */
export interface Reconciliations {
  /** Starts a run, or returns the unfinished one. */
  start(database: string, run: NewRun): Promise<{ id: number; started: boolean }>;
  /** Leases the unfinished run unless another process has it. */
  lease(database: string, now: string, lease: Lease): Promise<ReconciliationRun | undefined>;
  /** @throws LeaseLost when another process has leased it since */
  saveProgress(id: number, lease: Lease, creditors: readonly CreditorProgress[]): Promise<void>;
  /** @throws LeaseLost when another process has leased it since */
  complete(
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
  /** Deletes finished runs, and their drift, of before an instant. @returns how many */
  deleteExpired(database: string, before: string, limit: number): Promise<number>;
}
