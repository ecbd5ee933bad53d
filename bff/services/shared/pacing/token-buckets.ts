import { LRUCache } from 'lru-cache';
import { type Rate, TokenBucket } from './token-bucket.ts';

/**
 * A bucket for each caller.
 *
 * At most `atMost` callers have one; evicts the least recently used caller, who then starts with a full bucket. So
 * made-up credentials cost no memory, and take nothing from others.
 */
export class TokenBuckets {
  readonly #buckets: LRUCache<string, TokenBucket>;

  constructor(
    private readonly rate: Rate,
    atMost: number,
  ) {
    this.#buckets = new LRUCache({ max: atMost });
  }

  /** How many callers have a bucket. */
  get size(): number {
    return this.#buckets.size;
  }

  /**
   * Takes tokens of the caller's bucket; none when too few are there.
   *
   * @param now - the present, ms; may stay the same, or go back
   * @param cost - how many; more than a burst counts as a burst, and less than one as one
   * @returns 0, or the time until they are there, ms
   */
  take(caller: string, now: number, cost = 1): number {
    const bucket = this.#buckets.get(caller) ?? new TokenBucket(this.rate);
    this.#buckets.set(caller, bucket);
    return bucket.take(now, { cost: Math.max(1, Math.min(cost, this.rate.burst)) });
  }

  /** Puts back a token that was taken for nothing. */
  putBack(caller: string): void {
    this.#buckets.peek(caller)?.putBack();
  }
}
