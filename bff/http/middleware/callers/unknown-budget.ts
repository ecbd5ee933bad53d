import { Fault } from '../../../services/shared/fault.ts';
import { type Rate, TokenBucket } from '../../../services/shared/pacing/token-bucket.ts';
import { TokenBuckets } from '../../../services/shared/pacing/token-buckets.ts';

/** The share of the budget that one address may use up. */
const ofOneAddress = 1 / 4;

/** The number of addresses that are counted separately. */
const addressesAtMost = 10_000;

/** Limits how many unknown credentials are checked with Lime, in all and from one address. */
export class UnknownBudget {
  readonly #all: TokenBucket;
  readonly #addresses: TokenBuckets;

  constructor({ burst, perSecond }: Rate) {
    this.#all = new TokenBucket({ burst, perSecond });
    const share = { burst: Math.max(1, burst * ofOneAddress), perSecond: perSecond * ofOneAddress };
    this.#addresses = new TokenBuckets(share, addressesAtMost);
  }

  /**
   * Spends one check of the budget.
   *
   * @param address - undefined when it is not known
   * @returns puts it back: a caller who turns out to be known costs nothing
   * @throws Fault `too-many-requests`
   */
  consume(address: string | undefined, now: number): () => void {
    const own = address === undefined ? 0 : this.#addresses.take(address, now);
    const wait = own || this.#all.take(now);
    if (wait > 0)
      throw new Fault('too-many-requests', 'Too many unknown callers. Try again in a while.', {
        retryAfter: Math.ceil(wait / 1000),
      });
    return () => {
      if (address !== undefined) this.#addresses.putBack(address);
      this.#all.putBack();
    };
  }
}
