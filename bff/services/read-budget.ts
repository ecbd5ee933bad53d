/** Reads that may follow each other without a pause. */
const burst = 40;

/** One more read is allowed every so often, ms. */
const refill = 200;

/**
 * How many invoices may be read in the background. Billecta allows 100 reads in 10 s and 600 in a minute; this takes
 * at most 90 and 340 of them, and commands and people have the rest.
 */
export class ReadBudget {
  #left = burst;
  #since: number;

  /** @param now - the present, ms */
  constructor(now: number) {
    this.#since = now;
  }

  /**
   * Takes one read out of the budget.
   *
   * @returns how long to wait before it may be done, ms
   */
  take(now: number): number {
    this.#left = Math.min(burst, this.#left + (now - this.#since) / refill) - 1;
    this.#since = now;
    return this.#left >= 0 ? 0 : Math.ceil(-this.#left * refill);
  }
}
