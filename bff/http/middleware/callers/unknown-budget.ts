import { Fault } from '../../../services/shared/fault.ts';
import { RequestBuckets, type RequestLimit } from './request-buckets.ts';

/** The share of the budget that one address may use up. */
const ofOneAddress = 1 / 4;

/** Addresses that are told apart. */
const addressesAtMost = 10_000;

/** How many credentials that nobody knows yet may be asked about in Lime, in all and from one address. */
export class UnknownBudget {
  readonly #all: RequestBuckets;
  readonly #addresses: RequestBuckets;

  constructor({ burst, perSecond }: RequestLimit) {
    this.#all = new RequestBuckets({ burst, perSecond }, 1);
    const share = { burst: Math.max(1, burst * ofOneAddress), perSecond: perSecond * ofOneAddress };
    this.#addresses = new RequestBuckets(share, addressesAtMost);
  }

  /**
   * Takes one question out of the budget.
   *
   * @param address - undefined when it is not known
   * @returns puts it back: whoever turns out to be known cost nothing
   * @throws Fault `too-many-requests`
   */
  consume(address: string | undefined, now: number): () => void {
    const own = address === undefined ? 0 : this.#addresses.consume(address, now);
    const wait = own || this.#all.consume('', now);
    if (wait > 0)
      throw new Fault('too-many-requests', 'Too many callers whom nobody knows. Try again in a while.', {
        retryAfter: Math.ceil(wait / 1000),
      });
    return () => {
      if (address !== undefined) this.#addresses.putBack(address);
      this.#all.putBack('');
    };
  }
}
