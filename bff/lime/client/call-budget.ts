/** How many calls may follow each other without a pause, and how many a second after that. */
export interface CallLimit {
  burst: number;
  perSecond: number;
}

/** Calls that Lime in the cloud allows in any five minutes (docs/facts/lime.md 7). */
export const cloudCalls = 3_000;

/** A burst and five minutes of the rest make up the calls that are allowed in any five minutes. */
export function callLimit(inFiveMinutes: number): CallLimit {
  const burst = Math.max(1, Math.floor(inFiveMinutes / 10));
  return { burst, perSecond: (inFiveMinutes - burst) / 300 };
}

export const cloudLimit = callLimit(cloudCalls);

/** The share of a burst that is reserved for callers that wait for an answer. */
const keptForOthers = 0.5;

/** How many calls may be made: a bucket that calls empty and time fills. */
export class CallBudget {
  #left: number;
  #since: number;

  /** @param now - the present, ms */
  constructor(
    private readonly limit: CallLimit,
    now: number,
  ) {
    this.#left = limit.burst;
    this.#since = now;
  }

  /**
   * Consumes one call of the budget, if it may be made within `patience` ms.
   *
   * @returns how long to wait before it may be made, ms; longer than `patience` when nothing was consumed
   */
  consume(now: number, timeoutMs: number): number {
    this.#fill(now);
    const wait = Math.max(0, Math.ceil(((1 - this.#left) / this.limit.perSecond) * 1000));
    if (wait <= timeoutMs) this.#left -= 1;
    return wait;
  }

  /** Consumes one call, if half of a burst is left without it. @returns whether it was consumed */
  consumeSpare(now: number): boolean {
    this.#fill(now);
    if (this.#left - 1 < Math.floor(this.limit.burst * keptForOthers)) return false;
    this.#left -= 1;
    return true;
  }

  #fill(now: number): void {
    const passed = Math.max(0, now - this.#since) / 1000;
    this.#left = Math.min(this.limit.burst, this.#left + passed * this.limit.perSecond);
    this.#since = now;
  }

  /** Puts back a call that was consumed and not made. */
  putBack(): void {
    this.#left = Math.min(this.limit.burst, this.#left + 1);
  }
}
