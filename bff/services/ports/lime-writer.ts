import type { Fields } from '../../domain/fields.ts';
import type { LimeKind } from '../../domain/lime-kind.ts';

/** An object of Lime by what Billecta calls it. */
export interface LimeTarget {
  kind: LimeKind;
  billectaId: string;
}

/** A field of Lime, before and after it was written. */
export interface LimeChange {
  field: string;
  before: unknown;
  after: unknown;
}

/** A value that Lime does not accept as it is, and why, in words. */
export interface LeftOut {
  limeField: string;
  billectaField: string;
  why: string;
}

/** The values written to an object. */
export interface Written {
  limeId: number;
  created: boolean;
  changes: readonly LimeChange[];
  leftOut: readonly LeftOut[];
  /** Lime ids of all objects with its Billecta id, the written one first; empty when it is the only one. */
  twins: readonly number[];
}

/** An object as Lime has it: its id, and the values of the fields that are written, by Lime's names. */
export interface LimeObject {
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
  /** How long Lime has asked the service to wait, ms; 0 when it has not. */
  askedToWait(): number;
  /** The objects that Lime has, by Billecta's id. @throws Fault or {@link RefusedByLime} */
  find(
    kind: LimeKind,
    billectaIds: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, LimeObject>>;
  /** Lime's ids of those of the objects that Lime has, by Billecta's. */
  ids(
    kind: LimeKind,
    billectaIds: readonly string[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<string, number>>;
  /** The other objects that one with these fields is related to. */
  relations(kind: LimeKind, fields: Fields, signal: AbortSignal): Promise<readonly LimeTarget[]>;
  /**
   * Writes the values that differ, without those that Lime does not accept; creates the object when Lime has none and
   * objects of this kind are created.
   *
   * @param related - Lime ids of the related objects, by Billecta's
   * @returns null when there is no object, and none is created
   */
  write(
    target: LimeTarget,
    fields: Fields,
    on: { stored: LimeObject | undefined; related: ReadonlyMap<string, number>; signal: AbortSignal },
  ): Promise<Written | null>;
  /** Has values tried again that Lime has refused. */
  clearRefusals(): void;
  /** The field by which objects of a kind are known. */
  idField(kind: LimeKind): string;
}

/** Lime answered, and refuses the write; a retry of the same write would not help. */
export class RefusedByLime extends Error {
  override readonly name = 'RefusedByLime';

  /** @param what - the cause: the service's key, its rights, or the values written */
  constructor(
    message: string,
    readonly what: 'key' | 'rights' | 'content' = 'content',
  ) {
    super(message);
  }
}
