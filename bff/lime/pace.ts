import { setTimeout } from 'node:timers/promises';
import { Fault } from '../services/fault.ts';
import { CallBudget, type CallLimit } from './call-budget.ts';

/** Somebody who waits for an answer is told to come back rather than made to wait longer than this, ms. */
const patience = 2_000;

/** How often to look whether there are calls enough for what nobody waits for, ms. */
const lookAgain = 250;

/** Keeps calls within what Lime allows, and makes none while Lime has asked us to wait. */
export class Pace {
  readonly #budget: CallBudget;
  #closedUntil = 0;

  constructor(
    limit: CallLimit,
    private readonly now: () => number,
  ) {
    this.#budget = new CallBudget(limit, now());
  }

  /**
   * Resolves when a call may be made.
   *
   * @throws Fault `lime-rate-limited` when that takes longer than anybody waits
   */
  async enter(signal: AbortSignal): Promise<void> {
    this.#refuseWhileClosed();
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
