import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Credential } from '../../services/ports/lime.ts';
import { CallBudget, type CallLimit } from './call-budget.ts';

/** The share of what Lime allows that each caller has in any case. */
const share = 0.1;

/** The calls of one page at once are no caller's excess, however little Lime allows. */
const leastBurst = 10;

/** The number of callers that are counted separately; evicts the least recently used one. */
const atMost = 5_000;

/** How much of what Lime allows each caller may use, however busy the others are. */
export class CallerShares {
  readonly #budgets = new LRUCache<string, CallBudget>({ max: atMost });

  constructor(private readonly limit: CallLimit) {}

  /** Consumes one call of the caller's own share. @returns whether there was one left */
  consume({ kind, value }: Credential, now: number): boolean {
    const who = hash('sha256', `${kind}:${value}`, 'base64');
    const own = {
      burst: Math.max(leastBurst, this.limit.burst * share),
      perSecond: this.limit.perSecond * share,
    };
    const budget = this.#budgets.get(who) ?? new CallBudget(own, now);
    this.#budgets.set(who, budget);
    return budget.consume(now, 0) === 0;
  }
}
