import type { CommandState, CommentSent, DisputeReason } from '../../contract/command.ts';
import type { Command } from '../../domain/invoice/invoice.ts';
import type { PlanEnd } from '../../domain/invoice/plan-end.ts';

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
  /** Who may read the comment in Billecta; null when it was not to be written there. */
  commentSent: CommentSent | null;
  state: CommandState;
  requestedAt: string;
  finishedAt: string | null;
  /** Why it was refused or failed, in words. */
  outcome: string | null;
}

/** A state that a command came to, and when. */
export interface CommandStep {
  state: CommandState;
  at: string;
  /** Why it was refused or failed, in words. */
  outcome: string | null;
}

/**
 * Every state that a command comes to after it was requested leaves a line in the audit trail; that it was, by whom and
 * when stands in the command itself. Call within a transaction, but for a command that is only requested.
 */
export interface CommandStore {
  /**
   * Writes a command down before it is sent. While one for the invoice is `requested`, by whichever process, there is
   * no other.
   *
   * @returns whether it was written
   */
  add(database: string, command: CommandRecord): Promise<boolean>;
  /**
   * Notes what an open command came to.
   *
   * @param steps - one after the other; it is in the last one then
   * @returns whether the command was still open
   */
  finish(database: string, id: string, ...steps: [...CommandStep[], CommandStep]): Promise<boolean>;
  /** Notes what came of writing a command's comment to Billecta. */
  commentSent(database: string, id: string, sent: CommentSent): Promise<void>;
  get(database: string, id: string): Promise<CommandRecord | undefined>;
  /** The last commands on an invoice, newest first. */
  of(database: string, actionPublicId: string, limit: number): Promise<CommandRecord[]>;
  /** Commands whose end is not known yet, newest first. */
  unsettled(database: string, actionPublicIds: readonly string[]): Promise<CommandRecord[]>;
  /** Every unsettled command, for the time after a crash. */
  allUnsettled(database: string): Promise<CommandRecord[]>;
}

/**
 * `planned` until the pause itself is confirmed, then `waiting` for the day; `held-back` when the day came while the
 * invoice was disputed, until the dispute is lifted.
 */
export type ResumePlanState = 'planned' | 'waiting' | 'held-back' | 'ended';

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
  /** Ends a plan that waits or is held back. */
  end(database: string, actionPublicId: string, why: PlanEnd, at: string): Promise<void>;
  /** Plans whose time has come; nobody else gets them before `until`. */
  claim(database: string, now: string, until: string, limit: number): Promise<ResumePlan[]>;
  postpone(database: string, actionPublicId: string, at: string, attempts: number): Promise<void>;
  /** The day has come, but the invoice is disputed: the plan waits for the end of the dispute. */
  holdBack(database: string, actionPublicId: string): Promise<void>;
  /** Has a plan that is held back tried from an instant on. */
  release(database: string, actionPublicId: string, at: string): Promise<void>;
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

/** Whether comments of commands are written to Billecta as well, and who may read them there. */
export type CommentPassing = 'off' | 'private' | 'debtor';
