import type { PlanEnd } from '../../../domain/invoice/plan-end.ts';
import type { Leasable } from '../work-queue.ts';

/**
 * `planned` until the pause itself is confirmed, then `waiting` for the day; `held-back` when the day came while the
 * invoice was disputed, until the dispute is lifted.
 */
export type ResumePlanState = 'planned' | 'waiting' | 'held-back' | 'ended';

/** A plan to resume an invoice on a day. An invoice has one at most; a new one replaces the old. */
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

/** One plan of an invoice, distinguished from its successors by the pause that it belongs to. */
export type PlanKey = Pick<ResumePlan, 'actionPublicId' | 'commandId'>;

/** A change to a plan that another has replaced changes nothing. */
export interface ResumePlans extends Leasable<ResumePlan> {
  put(
    database: string,
    plan: Pick<ResumePlan, 'actionPublicId' | 'limeId' | 'commandId' | 'until' | 'state' | 'nextAttemptAt'>,
  ): Promise<void>;
  findByInvoices(database: string, actionPublicIds: readonly string[]): Promise<ResumePlan[]>;
  /** The pause is confirmed: the plan waits for its day. */
  arm(database: string, commandId: string): Promise<void>;
  /** Ends the plan that belongs to a pause which did not happen. */
  drop(database: string, commandId: string, at: string): Promise<void>;
  /** Ends a plan that is `waiting` or `held-back`. */
  end(database: string, plan: PlanKey, why: PlanEnd, at: string): Promise<void>;
  /**
   * Locks a plan until the transaction ends.
   *
   * @returns whether it still waits; another may have replaced it since it was leased
   */
  lockWaiting(database: string, plan: PlanKey): Promise<boolean>;
  retryAt(database: string, plan: PlanKey, at: string, attempts: number): Promise<void>;
  /** The day has come, but the invoice is disputed: the plan waits for the end of the dispute. */
  holdBack(database: string, plan: PlanKey): Promise<void>;
  /** Makes a plan that is `held-back` due at an instant. */
  release(database: string, plan: PlanKey, at: string): Promise<void>;
}
