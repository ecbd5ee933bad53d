import type { Command, Invoice } from '../domain/invoice.ts';

/** The caller's own Lime credential, as it came; Lime alone judges it. */
export type Credential = { kind: 'api-key'; value: string } | { kind: 'cookie'; value: string };

/** An invoice as Lime knows it; `actionPublicId` is null until it has been synced to Billecta. */
export interface LimeInvoice {
  limeId: number;
  actionPublicId: string | null;
}

/** Lime, asked with the caller's credential; `findInvoice` alone asks with the service's own key. */
export interface LimePort {
  /** @throws Fault `unauthenticated`, `forbidden` or `not-found` as Lime answers, `lime-…` when it does not */
  readInvoice(credential: Credential, limeId: number, signal: AbortSignal): Promise<LimeInvoice>;
  /** The ones of `limeIds` that the caller may read, in no particular order. */
  readInvoices(
    credential: Credential,
    limeIds: readonly number[],
    signal: AbortSignal,
  ): Promise<LimeInvoice[]>;
  /** False when Lime says that the caller may not update invoices; true when it says so or says nothing. */
  mayUpdateInvoices(credential: Credential, signal: AbortSignal): Promise<boolean>;
  /** The Lime id of the invoice that holds this ActionPublicId, null when there is none. */
  findInvoice(actionPublicId: string, signal: AbortSignal): Promise<number | null>;
}

export interface BillectaPort {
  /** @throws Fault `missing-in-billecta` or another `billecta-…` */
  readInvoice(actionPublicId: string, signal: AbortSignal): Promise<Invoice>;
  /**
   * Sends one command, once.
   *
   * @throws Fault whose `happened` tells whether Billecta may have acted all the same
   */
  run(command: Command, actionPublicId: string, signal: AbortSignal): Promise<void>;
  /** Makes one readable thing of a webhook's parsed body. */
  readWebhook(body: Record<string, unknown>): Webhook;
}

/** What a webhook is about; its `payload` is still Billecta's. */
export interface Webhook {
  deliveryId: string | null;
  event: string | null;
  subject: string | null;
  content: WebhookContent;
}

export type WebhookContent =
  | { kind: 'invoice'; invoice: Invoice }
  | { kind: 'payment'; actionPublicId: string }
  | { kind: 'supported-later' }
  | { kind: 'unsupported' }
  | { kind: 'unreadable'; why: string };

export type InvoiceSource = 'command' | 'webhook' | 'verified' | 'reconciliation';

/** What we hold about an invoice. `invoice` and `asOf` are null until Billecta has been heard of for the first time. */
export interface InvoiceRecord {
  actionPublicId: string;
  limeId: number | null;
  held: { invoice: Invoice; asOf: string; source: InvoiceSource } | null;
  verifiedAt: string | null;
  /** When it should be read in Billecta, ISO 8601; null when there is no need to. */
  readDueAt: string | null;
  readAttempts: number;
}

export interface InvoiceStore {
  get(database: string, actionPublicId: string): Promise<InvoiceRecord | undefined>;
  getMany(database: string, actionPublicIds: readonly string[]): Promise<InvoiceRecord[]>;
  /** Notes which Lime invoice this is; makes the record when it is new. */
  link(database: string, actionPublicId: string, limeId: number): Promise<void>;
  /** Notes what Billecta said; makes the record when it is new. */
  hold(database: string, held: NonNullable<InvoiceRecord['held']>, verifiedAt: string | null): Promise<void>;
  /** Asks for a read at a time; a read that is already due earlier stays as it is. Makes the record when it is new. */
  wantRead(database: string, actionPublicId: string, at: string): Promise<void>;
  /** Plans the next try after a failed read, or none with `at` null. */
  planRead(database: string, actionPublicId: string, at: string | null, attempts: number): Promise<void>;
  readsDue(database: string, now: string, limit: number): Promise<InvoiceRecord[]>;
}

export type CommandState = 'requested' | 'accepted' | 'confirmed' | 'refused' | 'failed' | 'unknown';

/** A command that someone gave: who, what, why, and what came of it. */
export interface CommandRecord {
  id: string;
  limeId: number;
  actionPublicId: string;
  command: Command;
  /** Which credential asked, never the credential itself. */
  requestedBy: string;
  reason: string | null;
  comment: string | null;
  state: CommandState;
  requestedAt: string;
  finishedAt: string | null;
  /** Why it was refused or failed, in words. */
  outcome: string | null;
}

export interface CommandStore {
  add(database: string, command: CommandRecord): Promise<void>;
  finish(
    database: string,
    id: string,
    state: CommandState,
    at: string,
    outcome: string | null,
  ): Promise<void>;
  /** Commands whose end is not known yet, newest first. */
  unsettled(database: string, actionPublicIds: readonly string[]): Promise<CommandRecord[]>;
  /** Every unsettled command, for the time after a crash. */
  allUnsettled(database: string): Promise<CommandRecord[]>;
}

export type EventState = 'pending' | 'applied' | 'superseded' | 'waiting' | 'ignored' | 'unreadable' | 'dead';

export interface ReceivedEvent {
  deliveryId: string | null;
  bodyHash: string;
  event: string | null;
  subject: string | null;
  body: string;
  state: EventState;
  receivedAt: string;
}

export interface StoredEvent extends ReceivedEvent {
  id: number;
  attempts: number;
}

export interface Inbox {
  /** Stores an event unless it is an exact repetition; then the stored one counts it and its id is returned. */
  append(database: string, event: ReceivedEvent): Promise<{ id: number; duplicate: boolean }>;
  due(database: string, now: string, limit: number): Promise<StoredEvent[]>;
  settle(id: number, state: EventState, outcome: string | null, at: string): Promise<void>;
  retryAt(id: number, attempts: number, at: string, cause: string): Promise<void>;
}

/** @throws Fault `storage-unavailable` from any member when the database cannot take or give it now */
export interface Store {
  invoices: InvoiceStore;
  commands: CommandStore;
  inbox: Inbox;
  /** All of `work` is stored, or nothing of it. */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Resolves when the database answers. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
