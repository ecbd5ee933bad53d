import type { Cause } from '../../contract/cause.ts';
import type { Fields } from '../../domain/fields.ts';
import type { Lease } from './inbox.ts';

/** What is written to Lime: invoices, payments and debtors, and the invoice that a reminder may be there. */
export type LimeKind = 'invoice' | 'reminder' | 'payment' | 'debtor';

/** An object of Lime by what Billecta calls it. */
export interface LimeTarget {
  kind: LimeKind;
  billectaId: string;
}

/** What is to be written of an object, by Billecta's fields. Null: as the invoice stands when it is written. */
export interface Wanted extends LimeTarget {
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

/** A field of Lime, before and after it was written. */
export interface LimeChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** A value that Lime does not take as it is, and why, in words. */
export interface LeftOut {
  limeField: string;
  billectaField: string;
  why: string;
}

/** What was written to an object. */
export interface Written {
  limeId: number;
  created: boolean;
  changes: readonly LimeChange[];
  leftOut: readonly LeftOut[];
  /** Lime ids of all objects with its Billecta id, the written one first; empty when it is the only one. */
  twins: readonly number[];
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
  want(database: string, wanted: readonly Wanted[], at: string): Promise<void>;
  /** The same for invoices, which are written as they stand. */
  wantInvoices(database: string, actionPublicIds: readonly string[], at: string): Promise<void>;
  /** Leases what is due, the oldest first. */
  claim(database: string, now: string, lease: Lease, limit: number): Promise<DueWrite[]>;
  /** Ends the lease on one; nothing happens when somebody else has it by now. */
  settle(database: string, token: string, write: DueWrite, outcome: WriteOutcome, at: string): Promise<void>;
  /** Makes what waits for this object due. */
  appeared(database: string, target: LimeTarget, at: string): Promise<void>;
  /** Makes what has failed, or was written in part, due from the first attempt on. @returns how many */
  renew(database: string, at: string): Promise<number>;
  /** Forgets what was written before an instant; the objects stay known. @returns how many lines */
  prune(database: string, before: string, limit: number): Promise<number>;
}

/** Debtors that have changed in Billecta, to be read there before they are written to Lime. */
export interface DebtorReads {
  want(database: string, debtorPublicIds: readonly string[], at: string): Promise<void>;
  due(
    database: string,
    now: string,
    limit: number,
  ): Promise<Array<{ debtorPublicId: string; attempts: number }>>;
  /** A read that began at `startedAt` is over; what was asked for since then stays due. */
  settle(
    database: string,
    debtorPublicId: string,
    startedAt: string,
    next: { at: string | null; attempts: number },
  ): Promise<void>;
}

/** An object as Lime has it: its id, and the values of the fields that are written, by Lime's names. */
export interface LimeHeld {
  /** Of several with the same Billecta id the lowest: a copy has a higher one. */
  limeId: number;
  /** The others' ids. */
  others: readonly number[];
  values: Readonly<Record<string, unknown>>;
}

/** Lime, written to with the service's own key. */
export interface LimeWriter {
  /** False while Lime has failed so often that it is left alone for some seconds. */
  isAvailable(): boolean;
  /** How long Lime has asked us to wait, ms; 0 when it has not. */
  askedToWait(): number;
  /** Those of the objects that Lime has, by Billecta's id. @throws Fault or {@link RefusedByLime} */
  find(
    kind: LimeKind,
    billectaIds: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, LimeHeld>>;
  /** Lime's ids of those of the objects that Lime has, by Billecta's. */
  ids(
    kind: LimeKind,
    billectaIds: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, number>>;
  /** The other objects that one with these fields is related to. */
  relations(kind: LimeKind, fields: Fields, signal: AbortSignal): Promise<readonly LimeTarget[]>;
  /**
   * Writes what differs, without values that Lime does not take; makes the object when Lime has none and objects of this kind are made.
   *
   * @param related - Lime ids of the related objects, by Billecta's
   * @returns null when there is no object, and none is made
   */
  write(
    target: LimeTarget,
    fields: Fields,
    held: LimeHeld | undefined,
    related: ReadonlyMap<string, number>,
    signal: AbortSignal,
  ): Promise<Written | null>;
  /** Has values tried again that Lime has refused. */
  forgetRefusals(): void;
  /** The field by which objects of a kind are known. */
  idField(kind: LimeKind): string;
}

/** Lime answered, and does not take what was written; asking again the same way would not help. */
export class RefusedByLime extends Error {
  override readonly name = 'RefusedByLime';

  /** @param what - the service's key, its rights, or what was written */
  constructor(
    message: string,
    readonly what: 'key' | 'rights' | 'content' = 'content',
  ) {
    super(message);
  }
}
