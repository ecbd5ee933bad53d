import type { RateWindow } from '../candidates.ts';

/** Counts accepted requests in sliding windows of real time (facts 3.2). */
export class RateLimit {
  readonly #windows: readonly RateWindow[];
  readonly #longest: number;
  #accepted: number[] = [];

  constructor(windows: readonly RateWindow[]) {
    this.#windows = windows;
    this.#longest = Math.max(0, ...windows.map((window) => window.ms));
  }

  /** Accepts a request at `now` (ms), or says in how many ms the next one can be. */
  take(now: number): { ok: true } | { ok: false; retryAfter: number } {
    this.#accepted = this.#accepted.filter((at) => at > now - this.#longest);
    let retryAfter = 0;
    for (const { ms, max } of this.#windows) {
      const within = this.#accepted.filter((at) => at > now - ms);
      const oldestThatCounts = within.at(-max);
      if (oldestThatCounts !== undefined) retryAfter = Math.max(retryAfter, oldestThatCounts + ms - now);
    }
    if (retryAfter > 0) return { ok: false, retryAfter };
    if (this.#windows.length > 0) this.#accepted.push(now);
    return { ok: true };
  }
}
