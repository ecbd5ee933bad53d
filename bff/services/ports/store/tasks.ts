import type { NotAllowedReason } from '../../../contract/invoice-status.ts';
import type { ProblemCode } from '../../../contract/problem.ts';
import type { ItemRemark, TaskOutcome } from '../../../contract/task.ts';
import type { Command, CommandOrigin, DisputeReason } from '../../../domain/command.ts';
import type { Lease } from '../lease.ts';
import type { Leasable, Leased } from '../work-queue.ts';

/** One command on many invoices: who gave it, what goes with it, and since when that may be done. */
export interface TaskRecord {
  id: string;
  /** Hash of the credential that created it; no other caller sees the task. */
  owner: string;
  /** The same in the form that commands and logs have it. */
  requestedBy: string;
  origin: CommandOrigin;
  command: Command;
  reason: DisputeReason | null;
  comment: string | null;
  /** With pause: the day on which it ends, `YYYY-MM-DD` in Sweden. */
  until: string | null;
  /** Pauses that are there already get this end too. */
  changeEnd: boolean;
  createdAt: string;
  /** When Lime last said that its maker may change these invoices. */
  authorizedAt: string;
  cancelledAt: string | null;
  endedAt: string | null;
}

/** The reason for an item's end: why it was refused, what failed, or a remark. */
export type ItemWhy = NotAllowedReason | ProblemCode | ItemRemark;

/** How an invoice of a task has ended. */
export type ItemEnd =
  | { state: 'done' | 'unchanged'; why: ItemRemark | null }
  | { state: 'cancelled' }
  | { state: 'refused'; why: NotAllowedReason }
  | { state: 'failed'; why: ProblemCode; words: string | null };

/** An invoice to command, or one that cannot be commanded, which is known at once. */
export type NewItem = { limeId: number; actionPublicId: string | null } & (
  | { commandId: string; end: null }
  | { commandId: null; end: ItemEnd }
);

export interface ItemRecord {
  position: number;
  limeId: number;
  actionPublicId: string | null;
  state: TaskOutcome;
  why: ItemWhy | null;
  /** Billecta's own. */
  words: string | null;
  endedAt: string | null;
}

/** An invoice that is due. */
export interface DueItem extends Leased {
  id: number;
  limeId: number;
  actionPublicId: string;
  /** Of the command that this attempt writes down, or an earlier one has written down before its process died. */
  commandId: string;
  task: TaskRecord;
}

/** How many invoices of a task have the same outcome. */
export interface Tally {
  taskId: string;
  state: TaskOutcome;
  why: ItemWhy | null;
  count: number;
}

export interface ItemRetry {
  at: string;
  attempts: number;
  commandId: string;
}

export interface ItemPage {
  /** Positions after this one. */
  after: number;
  limit: number;
  states?: readonly TaskOutcome[] | undefined;
}

export interface Tasks extends Leasable<DueItem> {
  /** Stores the task with all its invoices, or nothing of it. */
  add(database: string, task: TaskRecord, items: readonly NewItem[]): Promise<void>;
  /** Of this owner; undefined when it belongs to another. */
  get(database: string, owner: string, id: string): Promise<TaskRecord | undefined>;
  /** The owner's tasks, those under way first, then the newest. */
  findByOwner(database: string, owner: string, limit: number): Promise<TaskRecord[]>;
  tally(database: string, taskIds: readonly string[]): Promise<Tally[]>;
  items(database: string, taskId: string, page: ItemPage): Promise<ItemRecord[]>;
  /**
   * Leases invoices that are due: of all tasks in turn, so that a small one does not wait for a large one. An invoice
   * that a dead process had leased is due again when its lease is over.
   */
  lease(database: string, now: string, lease: Lease, limit: number): Promise<DueItem[]>;
  /** @returns false when another process has leased the invoice since */
  complete(database: string, item: DueItem, end: ItemEnd, at: string): Promise<boolean>;
  /** Gives the invoice back, to be tried again later. */
  retryAt(database: string, item: DueItem, retry: ItemRetry): Promise<void>;
  /** When the tasks were given that these commands belong to, by command; none of commands on one invoice. */
  orderedAt(database: string, commandIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Ends a task of which nothing waits any more. @returns whether it has ended just now */
  end(database: string, taskId: string, at: string): Promise<boolean>;
  /** Cancels all items that are not leased; leased ones are finished. */
  cancel(database: string, taskId: string, at: string): Promise<void>;
  /** Has failed invoices tried again from the first attempt on, under a new authority. @returns how many */
  requeue(database: string, taskId: string, items: readonly RequeuedItem[], at: string): Promise<number>;
  /** Deletes tasks that ended before an instant. @returns how many */
  deleteExpired(database: string, before: string, limit: number): Promise<number>;
}

export interface RequeuedItem {
  position: number;
  actionPublicId: string;
  commandId: string;
}
