import type { Cause } from '../../../domain/cause.ts';
import type { Fields } from '../../../domain/fields.ts';
import type { Lease } from '../lease.ts';
import type { LimeTarget, Written } from '../lime-writer.ts';

/** What is to be written of an object, by Billecta's fields. Null: as the invoice stands when it is written. */
export interface LimeWrite extends LimeTarget {
  fields: Fields | null;
  /** What tells of a later step is not undone by what tells of an earlier one. */
  step: number;
}

/** An object whose write is due. */
export interface DueWrite extends LimeTarget {
  fields: Fields | null;
  /** Counts what was asked for, so that what is asked for meanwhile is not forgotten. */
  revision: number;
  attempts: number;
}

/** What came of one attempt to write an object. */
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
      /** Null when it is given up until something new is wanted or somebody asks. */
      retryAt: string | null;
      /** The object that has to appear first. */
      waitsFor: LimeTarget | null;
    };

/** One pending write a Lime object: whatever else is wanted of it meanwhile is merged into it. */
export interface LimeWrites {
  enqueue(database: string, wanted: readonly LimeWrite[], at: string): Promise<void>;
  /** The same for invoices, which are written as they stand. */
  enqueueInvoices(database: string, actionPublicIds: readonly string[], at: string): Promise<void>;
  /** Leases what is due, the oldest first. */
  lease(database: string, now: string, lease: Lease, limit: number): Promise<DueWrite[]>;
  /** Ends the lease on one; nothing happens when somebody else has it by now. */
  complete(
    database: string,
    token: string,
    on: { write: DueWrite; outcome: WriteOutcome; at: string },
  ): Promise<void>;
  /** Makes what waits for this object due. */
  appeared(database: string, target: LimeTarget, at: string): Promise<void>;
  /** Makes what has failed, or was written in part, due from the first attempt on. @returns how many */
  requeue(database: string, at: string): Promise<number>;
  /** Forgets what was written before an instant; the objects stay known. @returns how many lines */
  deleteExpired(database: string, before: string, limit: number): Promise<number>;
}
