import type { RateLimit } from '../options.ts';

interface Window {
  endsAt: number;
  requests: number;
}

/** Counts requests per client address in fixed windows. */
export class RateLimiter {
  readonly #windows = new Map<string, Window>();

  constructor(
    private readonly limit: RateLimit,
    private readonly now: () => number = Date.now,
  ) {}

  /** @returns seconds until the next window when this request is one too many, else undefined */
  exceeded(address: string): number | undefined {
    const window = this.#windowOf(address);
    window.requests += 1;
    if (window.requests <= this.limit.requests) return undefined;
    return Math.max(1, Math.ceil((window.endsAt - this.now()) / 1000));
  }

  #windowOf(address: string): Window {
    const known = this.#windows.get(address);
    if (known && known.endsAt > this.now()) return known;
    const opened = { endsAt: this.now() + this.limit.windowMs, requests: 0 };
    this.#windows.set(address, opened);
    return opened;
  }
}
