import { setTimeout } from 'node:timers/promises';
import { Fault } from '../services/fault.ts';
import type { Credential } from '../services/ports/lime.ts';
import { CallBudget, type CallLimit } from './call-budget.ts';
import { CallerShares } from './caller-shares.ts';

/** Somebody who waits for an answer is told to come back rather than made to wait longer than this, ms. */
const patience = 2_000;

/** After how long a share has a few calls again, s. */
const shareRefills = 5;

/** How often to look whether there are calls enough for what nobody waits for, ms. */
const lookAgain = 250;

/** Keeps calls within what Lime allows, and makes none while Lime has asked us to wait. */
export class Pace {
  readonly #budget: CallBudget;
  readonly #shares: CallerShares;
  #closedUntil = 0;

  constructor(
    limit: CallLimit,
    private readonly now: () => number,
  ) {
    this.#budget = new CallBudget(limit, now());
    this.#shares = new CallerShares(limit);
  }

  /**
   * Resolves when a call of the caller's may be made. Beyond their own share only what others leave is theirs.
   *
   * @throws Fault `lime-rate-limited` when that takes longer than anybody waits; `too-many-requests` when the caller
   *   has used up their share, and half of what Lime allows at once
   */
  async enter(caller: Credential, signal: AbortSignal): Promise<void> {
    this.#refuseWhileClosed();
    if (!this.#shares.take(caller, this.now())) {
      if (this.#budget.takeFromPlenty(this.now())) return;
      throw new Fault(
        'too-many-requests',
        'You have used up your share of what Lime allows. Wait a moment.',
        {
          retryAfter: shareRefills,
        },
      );
    }
    const wait = this.#budget.take(this.now(), patience);
    if (wait === 0) return;
    if (wait > patience) throw tooMany(wait);
    try {
      await setTimeout(wait, undefined, { signal });
      this.#refuseWhileClosed();
    } catch (error) {
      this.#budget.putBack();
      throw error instanceof Fault ? error : tooMany(wait);
    }
  }

  /**
   * Resolves when a call may be made and enough are left for those who wait for an answer.
   *
   * @throws Fault `lime-rate-limited` while Lime has asked us to wait
   */
  async enterBehind(signal: AbortSignal): Promise<void> {
    for (;;) {
      this.#refuseWhileClosed();
      if (this.#budget.takeFromPlenty(this.now())) return;
      await setTimeout(lookAgain, undefined, { signal });
    }
  }

  /** Enters if that takes no waiting. @returns whether the call may be made */
  enterNow(): boolean {
    return this.#closedUntil <= this.now() && this.#budget.take(this.now(), 0) === 0;
  }

  /** Lets nobody through for so long. */
  close(ms: number): void {
    this.#closedUntil = Math.max(this.#closedUntil, this.now() + ms);
  }

  #refuseWhileClosed(): void {
    const wait = this.#closedUntil - this.now();
    if (wait > 0) throw tooMany(wait);
  }
}

const tooMany = (wait: number) =>
  new Fault('lime-rate-limited', 'Lime may not be asked again just now. Try again in a while.', {
    retryAfter: Math.ceil(wait / 1000),
  });
