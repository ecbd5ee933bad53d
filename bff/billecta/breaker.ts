import { type CircuitBreakerPolicy, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { Fault } from '../services/fault.ts';

/** After so many failures in a row Billecta is left alone … */
const failures = 5;

/** … for so long, ms; then one call tries whether it is back. */
const leaveAloneFor = 5_000;

/** Opens while Billecta is out of order. What Billecta answers on purpose, even a refusal, shows that it is well. */
export function outageBreaker(): CircuitBreakerPolicy {
  const isOutage = (error: Error) =>
    error instanceof Fault &&
    ['billecta-unreachable', 'billecta-timeout', 'billecta-failed'].includes(error.code);
  return circuitBreaker(handleWhen(isOutage), {
    halfOpenAfter: leaveAloneFor,
    breaker: new ConsecutiveBreaker(failures),
  });
}

export const leftAlone = (actionPublicId: string) =>
  new Fault(
    'billecta-unreachable',
    `Billecta has not answered for a while, so invoice ${actionPublicId} was not asked about. It is tried again soon.`,
    { retryAfter: leaveAloneFor / 1000 },
  );
