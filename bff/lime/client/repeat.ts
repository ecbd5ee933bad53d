import { DelegateBackoff, handleWhen, retry } from 'cockatiel';
import { Fault } from '../../services/shared/fault.ts';

/** The wait before a call is repeated, ms; at random, so that failed callers do not all return together. */
const pause = () => 100 + Math.random() * 200;

/** A silence has used up the caller's time already. */
const isWorthAnotherTry = (error: Error) =>
  error instanceof Fault && ['lime-unreachable', 'lime-failed'].includes(error.code);

const policy = retry(handleWhen(isWorthAnotherTry), { maxAttempts: 1, backoff: new DelegateBackoff(pause) });

/**
 * Repeats once a call that changes nothing when Lime failed, as long as the caller waits for it and it may be made.
 *
 * @throws the error of the last try that was made
 */
export function repeating<T>(
  signal: AbortSignal,
  mayBeMade: () => boolean,
  call: () => Promise<T>,
): Promise<T> {
  let failure: unknown;
  return policy.execute(async ({ attempt }) => {
    if (attempt > 0 && (signal.aborted || !mayBeMade())) throw failure;
    try {
      return await call();
    } catch (error) {
      failure = error;
      throw error;
    }
  }, signal);
}
