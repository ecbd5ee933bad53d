import { DelegateBackoff, handleWhen, retry } from 'cockatiel';
import { Fault } from '../../services/shared/fault.ts';

/** How long to wait before a call is made once more, ms; at random, so that not all who failed return together. */
const pause = () => 100 + Math.random() * 200;

/** A silence has used up the caller's time already. */
const isWorthAnotherTry = (error: Error) =>
  error instanceof Fault && ['lime-unreachable', 'lime-failed'].includes(error.code);

const policy = retry(handleWhen(isWorthAnotherTry), { maxAttempts: 1, backoff: new DelegateBackoff(pause) });

/**
 * Makes a call that changes nothing once more when Lime failed, as long as somebody waits for it and it may be made.
 *
 * @throws what the last try that was made threw
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
