import type { TaskProgress } from '../../contract/task.ts';
import type { CommentPassing } from '../../domain/command.ts';
import type { BillectaPort, WebhookContent } from '../ports/billecta.ts';
import type { BillectaLists } from '../ports/billecta-lists.ts';
import type { Credential, LimePort } from '../ports/lime.ts';
import type { LimeWriter } from '../ports/lime-writer.ts';
import type { LimeSetup, Setup } from '../ports/setup.ts';
import type { Store } from '../ports/store/store.ts';
import type { Timer } from '../ports/timer.ts';
import type { EventCounter } from './event-counter.ts';
import type { KeyedLock } from './keyed-lock.ts';
import type { Channel } from './live/channel.ts';
import type { LiveChannel } from './live/live-channel.ts';
import type { WorkerFailure } from './worker.ts';

/** Background work: events applied, invoices and debtors read, Lime written, tasks run, lists compared. */
export type Work = 'events' | 'reads' | 'debtors' | 'writes' | 'tasks' | 'reconciliation' | 'drift';

/** Everything a service needs to act for one Lime database. */
export interface Context {
  /** The Lime database, the tenant: the first path segment of every URL. */
  database: string;
  lime: LimePort;
  limeWriter: LimeWriter;
  billecta: BillectaPort;
  /** What the body of a stored webhook says. Never throws. */
  parseWebhook(body: Record<string, unknown>): WebhookContent;
  store: Store;
  live: LiveChannel;
  /** The progress of tasks, by owner. */
  liveTasks: Channel<TaskProgress>;
  /** The configuration, and the systems asked whether it is right. */
  setup: Setup;
  billectaLists: BillectaLists;
  limeSetup: LimeSetup;
  /** Counts what happens to events. */
  counter: EventCounter;
  /** One command at a time for an invoice. */
  locks: KeyedLock;
  log: Log;
  now(): Date;
  timer: Timer;
  newId(): string;
  /** A number in [0, 1). */
  random(): number;
  /** Aborts when a caller must have an answer, even an incomplete one. */
  deadline(): AbortSignal;
  /** Wakes the workers of these kinds: there may be work. */
  wake(...kinds: readonly [Work, ...Work[]]): void;
  /** The background work that fails now. */
  failing(): readonly WorkerFailure[];
  /** Whether comments of commands are written to Billecta. */
  commentPassing: CommentPassing;
  /** For an invoice that is not in Lime: wait for it and report it, or ignore it until it appears. */
  missingInLime: 'wait' | 'ignore';
  /** How many invoices a task may have. */
  largestTask: number;
}

/** A context in which a caller acts. */
export interface CallerContext extends Context {
  credential: Credential;
  /** Which credential that is, in a form that can be stored and logged. */
  caller: string;
  /** The same in full: things are handed out on it. */
  owner: string;
}

export interface Log {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** The present as it is stored and compared: ISO 8601 in UTC. */
export function instant(context: Pick<Context, 'now'>): string {
  return context.now().toISOString();
}

/** The instant `ms` from now. */
export function instantIn(context: Pick<Context, 'now'>, ms: number): string {
  return new Date(context.now().getTime() + ms).toISOString();
}
