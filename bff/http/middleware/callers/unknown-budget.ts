import { Fault } from '../../../services/shared/fault.ts';
import { RequestBuckets, type RequestLimit } from './request-buckets.ts';

/** The share of the budget that one address may use up. */
const ofOneAddress = 1 / 4;

/** The number of addresses that are counted separately. */
const addressesAtMost = 10_000;

/** Limits how many unknown credentials are checked with Lime, in all and from one address. */
export class UnknownBudget {
  readonly #all: RequestBuckets;
  readonly #addresses: RequestBuckets;

  constructor({ burst, perSecond }: RequestLimit) {
    this.#all = new RequestBuckets({ burst, perSecond }, 1);
    const share = { burst: Math.max(1, burst * ofOneAddress), perSecond: perSecond * ofOneAddress };
    this.#addresses = new RequestBuckets(share, addressesAtMost);
  }

  /**
   * Spends one check of the budget.
   *
   * @param address - undefined when it is not known
   * @returns puts it back: a caller who turns out to be known costs nothing
   * @throws Fault `too-many-requests`
   */
  consume(address: string | undefined, now: number): () => void {
    const own = address === undefined ? 0 : this.#addresses.consume(address, now);
    const wait = own || this.#all.consume('', now);
    if (wait > 0)
      throw new Fault('too-many-requests', 'Too many unknown callers. Try again in a while.', {
        retryAfter: Math.ceil(wait / 1000),
      });
    return () => {
      if (address !== undefined) this.#addresses.putBack(address);
      this.#all.putBack('');
    };
  }
}
