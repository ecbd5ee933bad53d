import type { Cause } from '../contract/cause.ts';
import type { CommandState, DisputeReason } from '../contract/command.ts';
import type { EventState } from '../contract/sync-events.ts';
import type { Fields } from '../domain/fields.ts';
import type { Command, Invoice } from '../domain/invoice.ts';
import type { InvoiceNotes, Reminder } from '../domain/invoice-notes.ts';
import type { Payment } from '../domain/payment.ts';
import type { PlanEnd } from '../domain/plan-end.ts';
import type { DebtorReads, LimeWrites } from './lime-writing.ts';
import type { PanelStore } from './panel/ports.ts';
import type { DriftStore, Reconciliations } from './reconciliation-ports.ts';
import type { Tasks } from './tasks/ports.ts';

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

/** The record on whose card a table of invoices stands. */
export interface LimeParent {
  limetype: string;
  id: number;
}

/** Invoices by id, or those that a filter of Lime's finds; a filter of null finds all. */
export type InvoiceSelection =
  | { ids: readonly number[] }
  | { filter: LimeFilter | null; parent: LimeParent | undefined };

/** What Lime lets the caller read of a selection, and the ids of it that Lime does not show. */
export interface Selected {
  found: LimeInvoice[];
  missing: number[];
}

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
  /** False when Lime says that the caller may not update invoices; true when it says so or says nothing. */
  mayUpdateInvoices(credential: Credential, signal: AbortSignal): Promise<boolean>;
  /** @throws Fault `forbidden` or `not-found`, as Lime answers, when the caller is no administrator */
  provesAdministrator(credential: Credential, signal: AbortSignal): Promise<void>;
}

/** Who a read is for; those before are let through first, and have places of their own within Billecta's limits. */
export type ReadPriority = 'command' | 'user' | 'task' | 'verification' | 'reconciliation';

/** Something that has happened to an invoice, as Billecta's event log tells it. */
export interface BillectaEvent {
  id: string;
  /** ISO 8601, UTC. */
  at: string;
  /** Billecta's name for it, such as `InvoiceSent`. */
  type: string;
  title: string | null;
  content: string | null;
  by: string | null;
}

export interface InvoiceReading {
  invoice: Invoice;
  events: readonly BillectaEvent[];
}

export interface BillectaPort {
  /** @throws Fault `missing-in-billecta` or another `billecta-…` */
  readInvoice(actionPublicId: string, priority: ReadPriority, signal: AbortSignal): Promise<InvoiceReading>;
  /** The fields that are wanted of a debtor. @throws Fault `missing-in-billecta` or another `billecta-…` */
  readDebtor(debtorPublicId: string, priority: ReadPriority, signal: AbortSignal): Promise<Fields>;
  /**
   * Sends one command, once.
   *
   * @throws Fault whose `happened` tells whether Billecta may have acted all the same
   */
  run(command: Command, actionPublicId: string, signal: AbortSignal): Promise<void>;
  /** False while Billecta has failed so often that it is left alone for some seconds. */
  isAvailable(): boolean;
  /** What has to be known of a webhook to store it; looks no deeper than that. */
  labelWebhook(body: Record<string, unknown>): WebhookLabel;
  /** What a stored webhook says. Never throws. */
  readWebhook(body: Record<string, unknown>): WebhookContent;
}

/** What stands on a webhook's envelope. */
export interface WebhookLabel {
  deliveryId: string | null;
  event: string | null;
  /** Billecta's id of what it is about. */
  subject: string | null;
  creditor: string | null;
  /** Whether it is to be applied, is none of ours, or does not even tell its event. */
  kind: 'supported' | 'unsupported' | 'unreadable';
}

export type WebhookContent =
  /** `autogiro` when that is what it tells of. */
  | { kind: 'invoice'; invoice: Invoice; autogiro: 'failed' | 'renewed' | null }
  /** Money moved, so that these invoices have changed; what exactly, a read of them tells. */
  | { kind: 'money'; payment: Payment | null; invoices: readonly string[] }
  /** A reminder of the invoice; `fields` are those of the reminder itself. */
  | { kind: 'reminder'; actionPublicId: string; reminder: Reminder; fields: Fields }
  /** The debtor has changed; how, a read of them tells. */
  | { kind: 'debtor'; debtorPublicId: string }
  | { kind: 'unsupported' }
  | { kind: 'unreadable'; why: string };

export type InvoiceSource = 'command' | 'webhook' | 'verified' | 'reconciliation';

/** What Billecta last said of an invoice, when, and how we came by it. */
export interface Held {
  invoice: Invoice;
  asOf: string;
  source: InvoiceSource;
}

/** What we know of an invoice. `held` is null until Billecta has been heard of for the first time. */
export interface InvoiceRecord {
  actionPublicId: string;
  limeId: number | null;
  held: Held | null;
  /** What events have told of it besides. */
  notes: InvoiceNotes;
  verifiedAt: string | null;
  /** When it should be read in Billecta next, ISO 8601; null when there is no need to. */
  readDueAt: string | null;
  /** Only a read that begins at this instant or later is what was last asked for. */
  readWantedFrom: string | null;
  readAttempts: number;
}

export interface InvoiceStore {
  get(database: string, actionPublicId: string): Promise<InvoiceRecord | undefined>;
  getMany(database: string, actionPublicIds: readonly string[]): Promise<InvoiceRecord[]>;
  /** The records, made where they are new, held against everybody else until the transaction ends. */
  take(database: string, actionPublicIds: readonly string[]): Promise<InvoiceRecord[]>;
  /** Notes which Lime invoice this is; makes the record when it is new. */
  link(database: string, actionPublicId: string, limeId: number): Promise<void>;
  /** Notes what Billecta said of invoices; makes the records that are new. */
  hold(database: string, held: readonly Held[], note: HoldNote): Promise<void>;
  /** Notes what events have told of invoices that are there. */
  note(database: string, notes: ReadonlyMap<string, InvoiceNotes>): Promise<void>;
  /** Asks for reads that begin at a time or later; one that is due earlier is done all the same. Makes new records. */
  wantRead(database: string, actionPublicIds: readonly string[], at: string): Promise<void>;
  /** Plans the next read; with `at` null nothing is wanted any more. */
  planRead(database: string, actionPublicId: string, plan: ReadPlan): Promise<void>;
  readsDue(database: string, now: string, limit: number): Promise<InvoiceRecord[]>;
}

export interface HoldNote {
  /** Null leaves it as it was. */
  verifiedAt: string | null;
  /** Asks for a read besides, as `wantRead` does. */
  readAt: string | null;
}

export interface ReadPlan {
  at: string | null;
  attempts: number;
  /** Why the last try failed; null when none has. */
  cause: Cause | null;
}

export type { CommandState };

/** Where a command came from: Lime's web client, an integrator, or a pause that ended. */
export type CommandOrigin = 'lime' | 'api' | 'schedule';

/** A command that someone gave: who, what, why, and what came of it. */
export interface CommandRecord {
  id: string;
  limeId: number;
  actionPublicId: string;
  command: Command;
  /** Which credential asked, never the credential itself; `schedule` when nobody did. */
  requestedBy: string;
  origin: CommandOrigin;
  /** With pause: the day on which it ends, `YYYY-MM-DD` in Sweden. */
  until: string | null;
  reason: DisputeReason | null;
  comment: string | null;
  state: CommandState;
  requestedAt: string;
  finishedAt: string | null;
  /** Why it was refused or failed, in words. */
  outcome: string | null;
}

/** Every change of state leaves a line in the audit trail. Call within a transaction. */
export interface CommandStore {
  /**
   * Writes a command down before it is sent. While one for the invoice is `requested`, by whichever process, there is
   * no other.
   *
   * @returns whether it was written
   */
  add(database: string, command: CommandRecord): Promise<boolean>;
  /** @returns whether the command was still open */
  finish(
    database: string,
    id: string,
    state: CommandState,
    at: string,
    outcome: string | null,
  ): Promise<boolean>;
  get(database: string, id: string): Promise<CommandRecord | undefined>;
  /** The last commands on an invoice, newest first. */
  of(database: string, actionPublicId: string, limit: number): Promise<CommandRecord[]>;
  /** Commands whose end is not known yet, newest first. */
  unsettled(database: string, actionPublicIds: readonly string[]): Promise<CommandRecord[]>;
  /** Every unsettled command, for the time after a crash. */
  allUnsettled(database: string): Promise<CommandRecord[]>;
}

/** `planned` until the pause itself is confirmed, then `waiting` for the day. */
export type ResumePlanState = 'planned' | 'waiting' | 'ended';

/** A promise to resume an invoice on a day. An invoice has one at most; a new one takes the place of the old. */
export interface ResumePlan {
  actionPublicId: string;
  limeId: number;
  /** The pause that it belongs to. */
  commandId: string;
  /** `YYYY-MM-DD` in Sweden. */
  until: string;
  state: ResumePlanState;
  /** When it is tried (again), ISO 8601 in UTC. */
  nextAttemptAt: string;
  attempts: number;
  endedAt: string | null;
  why: PlanEnd | null;
}

export interface ResumePlans {
  put(
    database: string,
    plan: Pick<ResumePlan, 'actionPublicId' | 'limeId' | 'commandId' | 'until' | 'state' | 'nextAttemptAt'>,
  ): Promise<void>;
  of(database: string, actionPublicIds: readonly string[]): Promise<ResumePlan[]>;
  /** The pause is confirmed: the plan waits for its day. */
  arm(database: string, commandId: string): Promise<void>;
  /** Ends the plan that belongs to a pause which did not happen. */
  drop(database: string, commandId: string, at: string): Promise<void>;
  /** Ends plans that wait. */
  end(database: string, actionPublicId: string, why: PlanEnd, at: string): Promise<void>;
  /** Plans whose time has come; nobody else gets them before `until`. */
  claim(database: string, now: string, until: string, limit: number): Promise<ResumePlan[]>;
  postpone(database: string, actionPublicId: string, at: string, attempts: number): Promise<void>;
}

/** What is known of a request that came with an Idempotency-Key. */
export type Promised =
  | { kind: 'new' }
  | { kind: 'running'; requestHash: string; begunAt: string }
  | { kind: 'answered'; requestHash: string; status: number; body: string };

export interface Idempotency {
  /** Notes a request as under way unless its key is known. */
  begin(database: string, request: PromisedRequest, at: string): Promise<Promised>;
  answer(database: string, request: PromisedRequest, answer: { status: number; body: string }): Promise<void>;
  /** Forgets a key, so that the request may be made again with it. */
  forget(database: string, request: PromisedRequest): Promise<void>;
  /** @returns how many were forgotten */
  prune(database: string, before: string): Promise<number>;
}

export interface PromisedRequest {
  caller: string;
  key: string;
  requestHash: string;
}

export type { Cause, EventState };

export interface ReceivedEvent {
  deliveryId: string | null;
  bodyHash: string;
  event: string | null;
  subject: string | null;
  creditor: string | null;
  /** Of the request, as JSON, without the values of secrets. */
  headers: string;
  body: string;
  state: EventState;
  receivedAt: string;
}

/** Where events come in. */
export interface Intake {
  /**
   * Puts an event on disk unless it is an exact repetition; then the stored one counts it and its id is returned.
   * All that are appended in one turn of the event loop share one commit.
   */
  append(database: string, event: ReceivedEvent): Promise<{ id: number; duplicate: boolean }>;
}

export interface StoredEvent {
  id: number;
  event: string | null;
  subject: string | null;
  /** Null once it has been pruned. */
  body: string | null;
  state: EventState;
  attempts: number;
  receivedAt: string;
}

/** What came of one attempt to apply an event. */
export type EventOutcome =
  /** It was not tried, and is due as before. */
  | { kind: 'returned'; id: number }
  | { kind: 'settled'; id: number; state: EventState; words: string | null }
  | {
      kind: 'failed';
      id: number;
      cause: Cause;
      message: string;
      ms: number;
      attempts: number;
      retryAt: string | null;
    };

export interface Lease {
  /** Tells this claim from every other; only its holder may settle what was claimed. */
  token: string;
  until: string;
}

/** Which events are meant; what is left out does not matter. */
export interface EventFilter {
  ids?: readonly number[] | undefined;
  states?: readonly EventState[] | undefined;
  causes?: readonly Cause[] | undefined;
  event?: string | undefined;
  creditor?: string | undefined;
  /** About one of these. */
  subjects?: readonly string[] | undefined;
  /** Received at this instant or later. */
  from?: string | undefined;
  /** Received before this instant. */
  to?: string | undefined;
}

export interface Inbox {
  /**
   * Leases events that are due, in the order in which they are to be applied. While one about a subject is leased, or
   * has failed and waits to be tried again, later ones about the same are not, and no other subject waits for them.
   * What a dead process had leased is due again when its lease is over.
   */
  claim(database: string, now: string, lease: Lease, limit: number): Promise<StoredEvent[]>;
  /** Ends the lease with what came of each event. @throws LeaseLost when somebody else holds one of them by now */
  settle(token: string, outcomes: readonly EventOutcome[], at: string): Promise<void>;
  /** Events that match, oldest first. */
  find(database: string, filter: EventFilter, page: { after: number; limit: number }): Promise<StoredEvent[]>;
  /** Has these applied again, from the first attempt on. @returns how many */
  renew(database: string, ids: readonly number[], at: string): Promise<number>;
  /** Sets aside an event that has failed or cannot be read. @returns whether there was such an event */
  dismiss(database: string, id: number, by: string, at: string): Promise<boolean>;
  /** Forgets the bodies of at most `limit` settled events received before an instant. @returns how many */
  prune(database: string, before: string, limit: number): Promise<number>;
}

/** Thrown by {@link Inbox.settle}: the work took longer than its lease. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** A request that was turned away, for the administrator who wonders why nothing arrives. */
export interface RejectedRequest {
  at: string;
  reason: string;
  /** Without the values of secrets. */
  headers: Record<string, string>;
  /** The first 4 KiB. */
  body: string;
}

/** Who came to the webhook receiver. Losing a line of it does no harm, so nobody waits for it. */
export interface Doorbook {
  /** Keeps the newest 1,000; in a flood, not every one. */
  turnedAway(database: string, request: RejectedRequest): Promise<void>;
  /** Notes it once a minute. */
  keyUsed(database: string, name: string, at: string): Promise<void>;
}

/** Whether events are applied; they are taken in all the same. */
export interface Processing {
  /** Who stopped it, when and why; null while nobody has. */
  paused(database: string): Promise<{ since: string; by: string; why: string } | null>;
  pause(database: string, at: string, by: string, why: string): Promise<void>;
  resume(database: string): Promise<void>;
}

/** What can be part of a transaction. */
export interface StoreParts {
  invoices: InvoiceStore;
  commands: CommandStore;
  plans: ResumePlans;
  inbox: Inbox;
  limeWrites: LimeWrites;
  debtorReads: DebtorReads;
  drift: DriftStore;
}

/** @throws Fault `storage-unavailable` from any member when the database cannot take or give it now */
export interface Store extends StoreParts {
  /** How many may apply events at a time, to use the database well. */
  appliersAtOnce: number;
  intake: Intake;
  doorbook: Doorbook;
  processing: Processing;
  idempotency: Idempotency;
  tasks: Tasks;
  reconciliations: Reconciliations;
  panel: PanelStore;
  /** All of `work` is stored, or nothing of it. */
  transaction<T>(work: (store: StoreParts) => Promise<T>): Promise<T>;
  /**
   * The same for what can be derived again from what is on disk or in Billecta; it costs no flush, and a power cut, and
   * only that, may undo it.
   */
  deriving<T>(work: (store: StoreParts) => Promise<T>): Promise<T>;
  /** Resolves when the database answers. */
  ready(): Promise<void>;
  close(): Promise<void>;
}
