import type { NotAllowedReason } from '../../contract/invoice-status.ts';
import type { ProblemCode } from '../../contract/problem.ts';

export interface FaultDetails {
  /** With `not-allowed`: why. */
  reason?: NotAllowedReason;
  /** With `billecta-refused`: Billecta's own words. */
  billectaMessage?: string;
  /** Of a call that was to change something: whether it may have done so although it failed. Default `no`. */
  happened?: 'no' | 'perhaps';
  /** Seconds after which trying again makes sense. */
  retryAfter?: number;
  cause?: unknown;
}

/**
 * A known kind of failure. The message is for the person who asked: what happened, to which invoice, and what to do.
 * The HTTP layer alone turns `code` into a status.
 */
export class Fault extends Error {
  readonly reason: NotAllowedReason | undefined;
  readonly billectaMessage: string | undefined;
  readonly happened: 'no' | 'perhaps';
  readonly retryAfter: number | undefined;

  constructor(
    readonly code: ProblemCode,
    message: string,
    details: FaultDetails = {},
  ) {
    super(message, { cause: details.cause });
    this.name = 'Fault';
    this.reason = details.reason;
    this.billectaMessage = details.billectaMessage;
    this.happened = details.happened ?? 'no';
    this.retryAfter = details.retryAfter;
  }
}
