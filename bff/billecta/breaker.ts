import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { Fault } from '../services/fault.ts';

/** After so many failures in a row Billecta is left alone … */
const failures = 5;

/** … for so long, ms; then one call tries whether it is back. */
const leaveAloneFor = 5_000;

/** Leaves Billecta alone while it is out of order. What it answers on purpose, even a refusal, shows that it is well. */
export class OutageBreaker {
  readonly #policy = circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: leaveAloneFor,
    breaker: new ConsecutiveBreaker(failures),
  });
  #leftAloneAt = 0;

  constructor() {
    this.#policy.onBreak(() => {
      this.#leftAloneAt = Date.now();
    });
  }

  /** Whether a call would be made now, if only to try whether Billecta is back. */
  isClosed(): boolean {
    return this.#policy.state !== CircuitState.Open || Date.now() - this.#leftAloneAt >= leaveAloneFor;
  }

  /** @throws Fault `billecta-unreachable` at once while Billecta is left alone */
  async run<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await this.#policy.execute(call);
    } catch (error) {
      throw error instanceof BrokenCircuitError ? leftAlone() : error;
    }
  }
}

function isOutage(error: Error): boolean {
  return (
    error instanceof Fault &&
    ['billecta-unreachable', 'billecta-timeout', 'billecta-failed'].includes(error.code)
  );
}

const leftAlone = () =>
  new Fault(
    'billecta-unreachable',
    'Billecta has not answered for a while, so it was not asked. It is tried again soon.',
    {
      retryAfter: leaveAloneFor / 1000,
    },
  );
