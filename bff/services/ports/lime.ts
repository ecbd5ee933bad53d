/** The caller's own Lime credential, as it came; Lime alone judges it. */
export type Credential = { kind: 'api-key'; value: string } | { kind: 'cookie'; value: string };

/** An invoice as Lime knows it; `actionPublicId` is null until it has been synced to Billecta. */
export interface LimeInvoice {
  limeId: number;
  actionPublicId: string | null;
}

/** Lime's own filter expression. */
export interface LimeFilter {
  key?: string | undefined;
  op: string;
  exp?: unknown;
}

/** The record whose card shows a table of invoices. */
export interface LimeParent {
  limetype: string;
  id: number;
}

/** Invoices by id, or those that a filter of Lime's finds; a filter of null finds all. */
export type InvoiceSelection =
  | { ids: readonly number[] }
  | { filter: LimeFilter | null; parent: LimeParent | undefined };

/** The invoices of a selection that Lime lets the caller read, and the ids that Lime does not show. */
export interface Selected {
  found: LimeInvoice[];
  missing: number[];
}

/** `unproven`: nothing says yes, and nothing says no; it counts as no. */
export type UpdateRight = 'proven' | 'denied' | 'unproven';

/** Lime, asked with the caller's credential. */
export interface LimePort {
  /** @throws Fault `unauthenticated`, `forbidden` or `not-found` as Lime answers, `lime-…` when it does not */
  readInvoice(credential: Credential, limeId: number, signal: AbortSignal): Promise<LimeInvoice>;
  /** The ones of `limeIds` that the caller may read, in no particular order. */
  readInvoices(
    credential: Credential,
    limeIds: readonly number[],
    signal: AbortSignal,
  ): Promise<LimeInvoice[]>;
  /** What Lime calls the ones of `limeIds` that the caller may read, by id. */
  readNames(
    credential: Credential,
    limeIds: readonly number[],
    signal: AbortSignal,
  ): Promise<ReadonlyMap<number, string>>;
  /**
   * @throws Fault `too-many-invoices` when there are more than `atMost`; `invalid-request` for a filter that Lime does
   *   not understand
   */
  selectInvoices(
    credential: Credential,
    selection: InvoiceSelection,
    atMost: number,
    signal: AbortSignal,
  ): Promise<Selected>;
  /** @throws Fault as Lime answers when it does not know the caller, or the caller may see no invoices */
  requireKnown(credential: Credential, signal: AbortSignal): Promise<void>;
  /**
   * Whether the caller may update invoices.
   *
   * @param synced - those that the caller wants to command; one of them may serve for the proof
   */
  updateRight(
    credential: Credential,
    synced: readonly LimeInvoice[],
    signal: AbortSignal,
  ): Promise<UpdateRight>;
  /** @throws Fault `forbidden` or `not-found`, as Lime answers, when the caller is no administrator */
  provesAdministrator(credential: Credential, signal: AbortSignal): Promise<void>;
}
