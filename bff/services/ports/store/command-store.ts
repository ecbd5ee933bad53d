import type {
  Command,
  CommandOrigin,
  CommandState,
  CommentSent,
  DisputeReason,
} from '../../../domain/command.ts';

/** A command that a caller gave: who, what, why, and its outcome. */
export interface CommandRecord {
  id: string;
  limeId: number;
  actionPublicId: string;
  command: Command;
  /** Hash of the credential that asked, never the credential; `schedule` when the service acts on a plan. */
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
 * Every state after `requested` leaves a line in the audit trail; the request, by whom and when, is in the command's
 * own row. Call within a transaction, except for a command that is only requested.
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
   * Stores the end of an open command.
   *
   * @param steps - one after the other; the command is in the last one then
   * @returns whether the command was still open
   */
  finish(database: string, id: string, ...steps: [...CommandStep[], CommandStep]): Promise<boolean>;
  /** Stores the outcome of writing a command's comment to Billecta. */
  saveCommentSent(database: string, id: string, sent: CommentSent): Promise<void>;
  get(database: string, id: string): Promise<CommandRecord | undefined>;
  /** The last commands on an invoice, newest first. */
  findByInvoice(database: string, actionPublicId: string, limit: number): Promise<CommandRecord[]>;
  /** Commands whose end is not known yet, newest first. */
  findUnfinished(database: string, actionPublicIds: readonly string[]): Promise<CommandRecord[]>;
  /** Every unsettled command, for the time after a crash. */
  findAllUnfinished(database: string): Promise<CommandRecord[]>;
}
