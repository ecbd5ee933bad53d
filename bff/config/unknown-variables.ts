import { meant } from '../domain/text/nearest.ts';

/** Variables that begin so are this service's. */
const ours = /^(LIME|BILLECTA|WEBHOOK|RECONCILE)_/;

/** A shorter name is like many a word. */
const tellsEnough = 8;

/**
 * What is to be said of variables that the service does not know and that were meant for it, one line each: a slip in a
 * name would otherwise pass in silence.
 *
 * @param known - the names of the configuration
 */
export function unknownVariables(
  environment: Readonly<Record<string, string | undefined>>,
  known: readonly string[],
): string[] {
  const long = known.filter((name) => name.length >= tellsEnough);
  return Object.keys(environment)
    .filter((name) => !known.includes(name) && (ours.test(name) || name.length >= tellsEnough))
    .sort()
    .flatMap((name) => {
      const like = meant(name, long, ours.test(name) ? name.length / 3 : 2);
      if (like) return [`${name} is not known and does nothing. Is ${like} meant?`];
      return ours.test(name) ? [`${name} is not known and does nothing.`] : [];
    });
}
