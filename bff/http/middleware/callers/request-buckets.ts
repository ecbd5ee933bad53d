import { LRUCache } from 'lru-cache';

/** How many requests may follow each other without a pause, and how many a second after that. */
export interface RequestLimit {
  burst: number;
  perSecond: number;
}

interface Bucket {
  left: number;
  /** When `left` was so, ms. */
  at: number;
}

/**
 * How many requests each caller may make: a bucket for each, which requests empty and time fills.
 *
 * At most `atMost` callers have one; evicts the least recently used caller, who then starts with a full bucket. So
 * made-up credentials cost no memory, and take nothing from others.
 */
export class RequestBuckets {
  readonly #buckets: LRUCache<string, Bucket>;

  constructor(
    private readonly limit: RequestLimit,
    atMost: number,
  ) {
    this.#buckets = new LRUCache({ max: atMost });
  }

  /** How many callers have a bucket. */
  get size(): number {
    return this.#buckets.size;
  }

  /**
   * Consumes one request of the caller's bucket; nothing when it is empty.
   *
   * @param now - the present, ms; may stay the same, or go back
   * @param cost - how many it counts for; more than a burst counts as a burst
   * @returns 0, or the time until there is one, ms
   */
  consume(caller: string, now: number, cost = 1): number {
    const most = Math.max(1, Math.min(cost, this.limit.burst));
    const bucket = this.#bucketOf(caller, now);
    const passed = Math.max(0, now - bucket.at) / 1000;
    bucket.left = Math.min(this.limit.burst, bucket.left + passed * this.limit.perSecond);
    bucket.at = now;
    if (bucket.left < most) return Math.ceil(((most - bucket.left) / this.limit.perSecond) * 1000);
    bucket.left -= most;
    return 0;
  }

  /** Puts back a request that turned out to count for nothing. */
  putBack(caller: string): void {
    const bucket = this.#buckets.peek(caller);
    if (bucket) bucket.left = Math.min(this.limit.burst, bucket.left + 1);
  }

  #bucketOf(caller: string, now: number): Bucket {
    const bucket = this.#buckets.get(caller) ?? { left: this.limit.burst, at: now };
    this.#buckets.set(caller, bucket);
    return bucket;
  }
}
