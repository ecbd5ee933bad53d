import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  handleWhen,
  type IBackoff,
  type IBackoffFactory,
} from 'cockatiel';
import { Fault } from '../services/shared/fault.ts';

/** After so many failures in a row the neighbour is left alone … */
const failures = 5;

/** … for so long, ms; then one call tries whether it is back. */
const leaveAloneFor = 5_000;

const names = { billecta: 'Billecta', lime: 'Lime' } as const;

/** The systems that the service calls. */
export type Neighbour = keyof typeof names;

/**
 * Leaves a neighbour alone while it is out of order. A deliberate answer, even a refusal, shows that it works: a call
 * returns that, and throws only where there was no answer or one that says that the neighbour failed.
 */
export class OutageBreaker {
  readonly #policy;
  #leftAloneAt = 0;

  /** @param now - a clock that only goes forward, ms */
  constructor(
    private readonly neighbour: Neighbour,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#policy = circuitBreaker(
      handleWhen((error) => isOutage(neighbour, error)),
      { halfOpenAfter: this.#pause(), breaker: new ConsecutiveBreaker(failures) },
    );
    this.#policy.onBreak(() => {
      this.#leftAloneAt = this.now();
    });
  }

  /** Whether a call would be made now, if only to try whether the neighbour is back. */
  isClosed(): boolean {
    return this.#policy.state !== CircuitState.Open || this.#isPauseOver();
  }

  #isPauseOver(): boolean {
    return this.now() - this.#leftAloneAt >= leaveAloneFor;
  }

  /**
   * The policy measures by the wall clock, which may be set back; so its pause is over or endless, as the monotonic
   * clock says.
   */
  #pause(): IBackoffFactory<unknown> & IBackoff<unknown> {
    const isOver = () => this.#isPauseOver();
    return {
      get duration() {
        return isOver() ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
      },
      next() {
        return this;
      },
    };
  }

  /** @throws Fault `…-unreachable` at once while the neighbour is left alone */
  async run<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await this.#policy.execute(call);
    } catch (error) {
      throw error instanceof BrokenCircuitError ? leftAlone(this.neighbour) : error;
    }
  }
}

function isOutage(neighbour: Neighbour, error: Error): boolean {
  const outages: Fault['code'][] = [
    `${neighbour}-unreachable`,
    `${neighbour}-timeout`,
    `${neighbour}-failed`,
  ];
  return error instanceof Fault && outages.includes(error.code);
}

const leftAlone = (neighbour: Neighbour) =>
  new Fault(
    `${neighbour}-unreachable`,
    `${names[neighbour]} has not answered for a while, so it was not asked. It is tried again soon.`,
    { retryAfter: leaveAloneFor / 1000 },
  );
