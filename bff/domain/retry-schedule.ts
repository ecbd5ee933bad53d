const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** The longest wait before each retry, ms. After the last one an event is a dead letter. */
const ceilings = [second, 5 * second, 30 * second, 2 * minute, 10 * minute, hour, 4 * hour, 12 * hour];

/**
 * How long to wait before trying again after `attempts` failed attempts, in ms; undefined when it is time to give up.
 * Full jitter: anywhere up to the ceiling, so that what failed together does not come back together.
 *
 * @param random - a number in [0, 1)
 */
export function retryDelay(attempts: number, random: number): number | undefined {
  const ceiling = ceilings[attempts - 1];
  return ceiling === undefined ? undefined : Math.ceil(ceiling * random);
}

/**
 * The same for work that is never given up, ms.
 *
 * @param longest - the longest wait between two tries, ms
 */
export function endlessRetryDelay(attempts: number, random: number, longest: number = 10 * minute): number {
  return Math.min(retryDelay(attempts, random) ?? longest, longest);
}
