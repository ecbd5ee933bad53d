import { ConstantBackoff, handleWhen, retry } from 'cockatiel';
import { Fault } from '../../services/shared/fault.ts';

/** The wait before a read is repeated, ms. */
const pause = 200;

const failed = (error: Error) =>
  error instanceof Fault && ['billecta-unreachable', 'billecta-failed'].includes(error.code);

const policy = retry(handleWhen(failed), { maxAttempts: 1, backoff: new ConstantBackoff(pause) });

/**
 * Repeats once a call that changes nothing when Billecta failed, as long as the caller waits for it.
 *
 * @param beforeRepeat - to do before the second try
 */
export const repeating = <T>(
  signal: AbortSignal,
  call: () => Promise<T>,
  beforeRepeat: () => Promise<void>,
): Promise<T> =>
  policy.execute(async ({ attempt }) => {
    if (attempt > 0) await beforeRepeat();
    return call();
  }, signal);
