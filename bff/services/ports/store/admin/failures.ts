import type { Cause } from '../../../../domain/cause.ts';
import type { IssueKind, ValueFault } from '../../../../domain/issue.ts';
import type { LeftOut, LimeTarget } from '../../lime-writer.ts';

export type FailureKind = IssueKind;

/** An object of which Lime was not given all, or that Lime has more than once. */
export interface LeftOutSample extends LimeTarget {
  limeId: number | null;
  fields: readonly LeftOut[];
  /** Lime ids, the one that is written first. */
  twins: readonly number[];
}

/** Failures of one kind and cause. */
export interface FailureGroup {
  kind: FailureKind;
  cause: string;
  count: number;
  /** The number that is retried automatically. */
  waiting: number;
  /** When the first of them is; null when that is not planned, or not known. */
  nextAttemptAt: string | null;
  firstSeen: string;
  lastSeen: string;
}

/** A failure of a group: the invoice it is about, if any, and the message. */
export interface FailureSample {
  actionPublicId: string | null;
  message: string | null;
}

/**
 * A mark on a group of failures: an administrator's, or the service's own of when it began (`failing`) and was over
 * (`solved`).
 */
export interface FailureMark {
  issue: string;
  mark: 'acknowledged' | 'dismissed' | 'failing' | 'solved';
  at: string;
  by: string;
}

export interface Failures {
  /** @param since - requests that were rejected until then do not count; `wrongKey`: those with a wrong key */
  groups(database: string, since: { requests: string; wrongKey: string }): Promise<FailureGroup[]>;
  /** The newest of a group. */
  samples(database: string, kind: FailureKind, cause: string, limit: number): Promise<FailureSample[]>;
  /** The newest objects that were written in part, or are in Lime more than once. */
  leftOut(database: string, cause: ValueFault, limit: number): Promise<LeftOutSample[]>;
  /** Has these written again. @returns how many */
  requeueLeftOut(database: string, cause: ValueFault, at: string): Promise<number>;
  /** Has a group of writes or reads tried again now. @returns how many */
  requeue(database: string, kind: 'write' | 'read', cause: Cause, at: string): Promise<number>;
  marks(database: string): Promise<FailureMark[]>;
  mark(database: string, mark: FailureMark): Promise<void>;
}
