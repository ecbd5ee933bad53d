import { hash } from 'node:crypto';
import type { Credential } from '../../services/ports/lime.ts';
import type { Rate } from '../../services/shared/pacing/token-bucket.ts';
import { TokenBuckets } from '../../services/shared/pacing/token-buckets.ts';

/** The share of what Lime allows that each caller has in any case. */
const share = 0.1;

/** The calls of one page at once are no caller's excess, however little Lime allows. */
const leastBurst = 10;

/** The number of callers that are counted separately; evicts the least recently used one. */
const atMost = 5_000;

/** How much of what Lime allows each caller may use, however busy the others are. */
export class CallerShares {
  readonly #buckets: TokenBuckets;

  constructor({ burst, perSecond }: Rate) {
    const own = { burst: Math.max(leastBurst, burst * share), perSecond: perSecond * share };
    this.#buckets = new TokenBuckets(own, atMost);
  }

  /** Consumes one call of the caller's own share. @returns whether there was one left */
  consume({ kind, value }: Credential, now: number): boolean {
    return this.#buckets.take(hash('sha256', `${kind}:${value}`, 'base64'), now) === 0;
  }
}
