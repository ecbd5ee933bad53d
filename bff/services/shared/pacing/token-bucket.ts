/** How many may follow each other without a pause, and how many a second after that. */
export interface Rate {
  burst: number;
  perSecond: number;
}

/** A bucket of tokens, full at first, which calls empty and time fills. The present is in ms, and may go back. */
export class TokenBucket {
  #left: number;
  #since = Number.POSITIVE_INFINITY;

  constructor(private readonly rate: Rate) {
    this.#left = rate.burst;
  }

  /**
   * Takes tokens, if they are there within `maxWait` ms: by default one, at once.
   *
   * @returns how long to wait until they are there, ms; longer than `maxWait` when nothing was taken
   */
  take(now: number, { cost = 1, maxWait = 0 } = {}): number {
    this.#fill(now);
    const missing = Math.max(0, cost - this.#left);
    const wait = Math.ceil((missing / this.rate.perSecond) * 1000);
    if (wait <= maxWait) this.#left -= cost;
    return wait;
  }

  /** Takes one token, if so many are left without it. @returns whether it was taken */
  takeBeyond(kept: number, now: number): boolean {
    this.#fill(now);
    if (this.#left - 1 < kept) return false;
    this.#left -= 1;
    return true;
  }

  /** Puts back a token that was taken for nothing. */
  putBack(): void {
    this.#left = Math.min(this.rate.burst, this.#left + 1);
  }

  #fill(now: number): void {
    const passed = Math.max(0, now - this.#since) / 1000;
    this.#left = Math.min(this.rate.burst, this.#left + passed * this.rate.perSecond);
    this.#since = now;
  }
}
