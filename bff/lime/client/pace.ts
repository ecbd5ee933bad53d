import { setTimeout } from 'node:timers/promises';
import { AskedToWait } from '../../resilience/asked-to-wait.ts';
import type { Credential } from '../../services/ports/lime.ts';
import { Fault } from '../../services/shared/fault.ts';
import { type Rate, TokenBucket } from '../../services/shared/pacing/token-bucket.ts';
import { CallerShares } from './caller-shares.ts';

/** The longest wait before a caller is asked to come back instead, ms. */
const timeoutMs = 2_000;

/** The share of a burst that is reserved for callers that wait for an answer. */
const keptForOthers = 0.5;

/** After how long a share has a few calls again, s. */
const shareRefills = 5;

/** How often to check whether there are calls enough for background work, ms. */
const pollEvery = 250;

/** Keeps calls within Lime's limit, and makes none while Lime has asked the service to wait. */
export class Pace {
  readonly #budget: TokenBucket;
  readonly #kept: number;
  readonly #shares: CallerShares;
  readonly #asked: AskedToWait;
  /** Ends the call that tries whether Lime may be asked again. */
  #tried: (() => void) | undefined;

  constructor(
    limit: Rate,
    private readonly now: () => number,
  ) {
    this.#budget = new TokenBucket(limit);
    this.#kept = Math.floor(limit.burst * keptForOthers);
    this.#shares = new CallerShares(limit);
    this.#asked = new AskedToWait(now);
  }

  /**
   * Resolves when a call of the caller's may be made. Beyond its own share, a caller has only what others leave.
   *
   * @throws Fault `lime-rate-limited` when that takes longer than any caller waits; `too-many-requests` when the caller
   *   has used up its share, and half of what Lime allows at once
   */
  async enter(caller: Credential, signal: AbortSignal): Promise<void> {
    this.#refuseWhileClosed();
    if (!this.#shares.consume(caller, this.now())) {
      if (this.#takesSpare()) return this.#begin();
      throw new Fault(
        'too-many-requests',
        'You have used up your share of what Lime allows. Wait a moment.',
        {
          retryAfter: shareRefills,
        },
      );
    }
    const wait = this.#budget.take(this.now(), { maxWait: timeoutMs });
    if (wait === 0) return this.#begin();
    if (wait > timeoutMs) throw tooMany(wait);
    try {
      await setTimeout(wait, undefined, { signal });
      this.#refuseWhileClosed();
      this.#begin();
    } catch (error) {
      this.#budget.putBack();
      throw error instanceof Fault ? error : tooMany(wait);
    }
  }

  /**
   * Resolves when a call may be made and enough are left for callers that wait for an answer.
   *
   * @throws Fault `lime-rate-limited` while Lime has asked the service to wait
   */
  async enterBehind(signal: AbortSignal): Promise<void> {
    for (;;) {
      this.#refuseWhileClosed();
      if (this.#takesSpare()) return this.#begin();
      await setTimeout(pollEvery, undefined, { signal });
    }
  }

  /** Enters if no wait is needed. @returns whether the call may be made */
  enterNow(): boolean {
    if (this.#asked.left() > 0 || this.#budget.take(this.now()) > 0) return false;
    this.#begin();
    return true;
  }

  /** Admits no call for so long, and then one call, until it is {@link answered}. */
  close(ms: number): void {
    this.#asked.wait(ms);
  }

  /** How long Lime has asked the service to wait, ms; 0 when it has not. */
  left(): number {
    return this.#asked.left();
  }

  /** A call that was let through has its answer, or none will come. */
  answered(): void {
    this.#tried?.();
    this.#tried = undefined;
  }

  /** Takes one call, if half of a burst is left without it. @returns whether it was taken */
  #takesSpare(): boolean {
    return this.#budget.takeBeyond(this.#kept, this.now());
  }

  #begin(): void {
    const tried = this.#asked.enter();
    this.#tried ??= tried;
  }

  #refuseWhileClosed(): void {
    if (!this.#asked.isOver()) throw tooMany(Math.max(this.#asked.left(), shortly));
  }
}

/** When a caller that met the trial call may come back, ms. */
const shortly = 1_000;

const tooMany = (wait: number) =>
  new Fault('lime-rate-limited', 'Lime may not be asked again just now. Try again in a while.', {
    retryAfter: Math.ceil(wait / 1000),
  });
