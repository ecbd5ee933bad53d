import type { EventState } from '../../contract/admin/events.ts';
import type { IssueKind, ValueFault } from '../../contract/admin/issues.ts';
import type { Cause } from '../../contract/cause.ts';
import type { CommandState } from '../../contract/command.ts';
import type { CommandRecord, CommandStep } from './commands.ts';
import type { EventFilter } from './inbox.ts';
import type { LeftOut, LimeChange, LimeKind, LimeTarget } from './lime-writer.ts';

/** An invoice that something is about. */
export interface NamedInvoice {
  actionPublicId: string;
  limeId: number | null;
  invoiceNumber: string | null;
}

/** A stored event without its body. */
export interface EventRow {
  id: number;
  deliveryId: string | null;
  event: string | null;
  subject: string | null;
  creditor: string | null;
  state: EventState;
  attempts: number;
  duplicates: number;
  receivedAt: string;
  occurredAt: string | null;
  settledAt: string | null;
  nextAttemptAt: string;
  cause: Cause | null;
  outcome: string | null;
}

/** Events before this id (null: from the newest on), at most so many. */
export interface EventsBefore {
  before: number | null;
  limit: number;
}

/** Events that match, newest first, as far as was looked: all with an id of `searchedTo` or more; null: all there are. */
export interface FoundEvents {
  events: EventRow[];
  searchedTo: { id: number; at: string } | null;
}

/** Stored events as an administrator looks through them. Every question costs about the same, however many there are. */
export interface EventLog {
  /** @param text - with it, those whose body contains it, whatever the case */
  find(database: string, filter: EventFilter, page: EventsBefore, text?: string): Promise<FoundEvents>;
  /** How many match, counting no further than `most`. */
  count(database: string, filter: EventFilter, most: number): Promise<{ matched: number; more: boolean }>;
  /** Ids of events that are, were delivered as, or are about this. */
  idsOf(
    database: string,
    name: { id: number | null; text: string; subjects: readonly string[] },
  ): Promise<number[]>;
  /** @returns with its body and, as JSON, its headers; null when they have been forgotten */
  get(
    database: string,
    id: number,
  ): Promise<(EventRow & { body: string | null; headers: string | null }) | undefined>;
  failures(
    id: number,
    limit: number,
  ): Promise<Array<{ at: string; ms: number; cause: Cause; message: string }>>;
  /** The next event about the same that came after this one. */
  next(database: string, event: { id: number; subject: string }): Promise<{ receivedAt: string } | undefined>;
  /** The oldest event about the subject that has to be applied before this one. */
  holdingUp(database: string, event: { id: number; subject: string }): Promise<number | null>;
  newest(database: string): Promise<{ receivedAt: string } | undefined>;
  /** How many wait, and since when the oldest has. */
  queue(database: string): Promise<{ depth: number; oldestReceivedAt: string | null }>;
  /** When each creditor's last event came, among the newest few thousand. */
  creditors(database: string): Promise<ReadonlyMap<string, string>>;
}

/** What was written to Lime of one object. */
export interface WrittenChange {
  at: string;
  kind: LimeKind;
  limeId: number;
  created: boolean;
  changes: readonly LimeChange[];
}

/** What is known of invoices and of the writes to Lime. */
export interface PanelObjects {
  invoices(database: string, actionPublicIds: readonly string[]): Promise<NamedInvoice[]>;
  /** Those with this Lime id or this invoice number. */
  named(database: string, name: string): Promise<NamedInvoice[]>;
  /** Why what Billecta calls so, or what waits for it, is not written yet. */
  unwritten(database: string, subject: string): Promise<Cause[]>;
  /** Writes of what Billecta calls so, between two instants, oldest first. */
  written(
    database: string,
    billectaId: string,
    from: string,
    to: string | null,
    limit: number,
  ): Promise<WrittenChange[]>;
  /** Objects to be written to Lime, also those that were given up. */
  writes(database: string): Promise<{ waiting: number; oldestWantedAt: string | null }>;
  /** Invoices with something that nobody has looked at yet. */
  unread(database: string): Promise<{ comments: number; deliveries: number }>;
}

export type FailureKind = IssueKind;
export type { ValueFault };

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
  /** How many are tried again by themselves. */
  waiting: number;
  firstSeen: string;
  lastSeen: string;
}

/** A failure of a group: which invoice it is about, if any, and what was said. */
export interface FailureSample {
  actionPublicId: string | null;
  message: string | null;
}

/** What an administrator said about a group of failures. */
export interface FailureMark {
  issue: string;
  mark: 'acknowledged' | 'dismissed';
  at: string;
  by: string;
}

export interface Failures {
  /** @param requestsSince - requests that were turned away before do not count */
  groups(database: string, requestsSince: string): Promise<FailureGroup[]>;
  /** The newest of a group. */
  samples(database: string, kind: FailureKind, cause: string, limit: number): Promise<FailureSample[]>;
  /** The newest objects that were written in part, or are in Lime more than once. */
  leftOut(database: string, cause: ValueFault, limit: number): Promise<LeftOutSample[]>;
  /** Has these written again. @returns how many */
  renewLeftOut(database: string, cause: ValueFault, at: string): Promise<number>;
  /** Has a group of writes or reads tried again now. @returns how many */
  renew(database: string, kind: 'write' | 'read', cause: Cause, at: string): Promise<number>;
  /** Has at most `limit` events of a group applied again. @returns how many */
  renewEvents(database: string, kind: FailureKind, cause: Cause, at: string, limit: number): Promise<number>;
  marks(database: string): Promise<FailureMark[]>;
  mark(database: string, mark: FailureMark): Promise<void>;
}

export interface CommandQuestion {
  commands?: readonly CommandRecord['command'][] | undefined;
  states?: readonly CommandState[] | undefined;
  reasons?: readonly NonNullable<CommandRecord['reason']>[] | undefined;
  by?: string | undefined;
  actionPublicIds?: readonly string[] | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** A state that a command came to after it was requested. */
export interface NotedStep extends CommandStep {
  commandId: string;
}

export interface CommandLog {
  /** Newest first; after the one that this names. */
  find(
    database: string,
    question: CommandQuestion,
    page: { after: { requestedAt: string; id: string } | null; limit: number },
  ): Promise<CommandRecord[]>;
  trail(database: string, commandIds: readonly string[]): Promise<NotedStep[]>;
  tally(
    database: string,
    since: string,
  ): Promise<Array<Pick<CommandRecord, 'command' | 'reason' | 'state'> & { count: number }>>;
}

export interface Doorways {
  rejected(
    database: string,
    page: { reason: string | undefined; before: number | null; limit: number },
  ): Promise<
    Array<{ id: number; at: string; reason: string; headers: Record<string, string>; body: string }>
  >;
  reasons(database: string): Promise<Array<{ reason: string; count: number; lastAt: string }>>;
  keysUsed(database: string): Promise<ReadonlyMap<string, string>>;
}

/** What can happen to events, as it is counted. */
export type Happening = 'received' | 'duplicate' | Exclude<EventState, 'pending' | 'dismissed'>;

/** Counts of one hour, told by the instant at which it begins. */
export interface Tally {
  events: Array<{ hour: string; happening: Happening; count: number }>;
  /** By {@link delayBucket}. */
  delays: Array<{ hour: string; bucket: number; count: number }>;
  seen: Array<{ event: string; at: string }>;
}

export interface QueueSample {
  at: string;
  depth: number;
  oldestMs: number;
}

/** Counts of what happened to events, kept beside them, so that nobody counts millions of events. */
export interface Tallies {
  add(database: string, tally: Tally): Promise<void>;
  /** Notes how much waited in a span of time; the most of it is kept. */
  sample(database: string, sample: QueueSample): Promise<void>;
  events(database: string, since: string): Promise<Tally['events']>;
  delays(database: string, since: string): Promise<Tally['delays']>;
  queue(database: string, since: string): Promise<QueueSample[]>;
  /** When each event was last seen. */
  seen(database: string): Promise<ReadonlyMap<string, string>>;
  prune(database: string, before: string): Promise<void>;
}

/** All that the panel asks of the database. */
export interface PanelStore {
  events: EventLog;
  objects: PanelObjects;
  failures: Failures;
  commands: CommandLog;
  doors: Doorways;
  tallies: Tallies;
}
