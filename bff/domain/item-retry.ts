import { retryDelay } from './retry-schedule.ts';

/** After so many failed attempts an invoice of a task is retried on request only. */
const attemptsAtMost = 6;

/** By then a read shows the outcome of a command whose answer was lost, ms. */
const least = 3_000;

/**
 * How long to wait before an invoice of a task is tried again, ms; undefined when it is time to give up.
 *
 * @param attempts - that have failed
 * @param random - a number in [0, 1)
 */
export function itemRetryDelay(attempts: number, random: number): number | undefined {
  if (attempts >= attemptsAtMost) return undefined;
  const delay = retryDelay(attempts, random);
  return delay === undefined ? undefined : Math.max(least, delay);
}
