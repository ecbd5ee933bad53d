import type { Cause } from '../../../domain/cause.ts';
import type { Fields } from '../../../domain/fields.ts';
import type { Lease } from '../lease.ts';
import type { LimeTarget, Written } from '../lime-writer.ts';

/** The values to write to an object, by Billecta's fields. Null: the invoice's state at the time of the write. */
export interface LimeWrite extends LimeTarget {
  fields: Fields | null;
  /** A write of an earlier step does not replace one of a later step. */
  step: number;
}

/** An object whose write is due. */
export interface DueWrite extends LimeTarget {
  fields: Fields | null;
  /** Counts the requests, so that a request during a write is not lost. */
  revision: number;
  attempts: number;
}

/** The outcome of one attempt to write an object. */
export type WriteOutcome =
  | (Omit<Written, 'limeId'> & { kind: 'written'; limeId: number | null })
  /** It is not in Lime, which is as it may be: it is written when it appears there. */
  | { kind: 'absent'; waitsFor: LimeTarget }
  /** Not tried; due as before. */
  | { kind: 'returned' }
  | {
      kind: 'failed';
      cause: Cause;
      message: string;
      attempts: number;
      /** Null when it is given up until a new value is enqueued or an administrator requeues it. */
      retryAt: string | null;
      /** The object that has to appear first. */
      waitsFor: LimeTarget | null;
    };

/** One pending write a Lime object: later requests are merged into it. */
export interface LimeWrites {
  enqueue(database: string, writes: readonly LimeWrite[], at: string): Promise<void>;
  /** The step of the last write of an object; null when there was none. */
  stepOf(database: string, target: LimeTarget): Promise<number | null>;
  /** The same as `enqueue` for invoices, which are written in their state at the time of the write. */
  enqueueInvoices(database: string, actionPublicIds: readonly string[], at: string): Promise<void>;
  /** Leases the due writes, oldest first. */
  lease(database: string, now: string, lease: Lease, limit: number): Promise<DueWrite[]>;
  /** Ends the lease on one; does nothing when another process has leased it since. */
  complete(
    database: string,
    token: string,
    on: { write: DueWrite; outcome: WriteOutcome; at: string },
  ): Promise<void>;
  /** Makes what waits for this object due. */
  appeared(database: string, target: LimeTarget, at: string): Promise<void>;
  /** Makes writes that failed, or were partial, due as if at their first attempt. @returns how many */
  requeue(database: string, at: string): Promise<number>;
  /** Deletes the log of writes before an instant; the objects stay known. @returns how many lines */
  deleteExpired(database: string, before: string, limit: number): Promise<number>;
}
