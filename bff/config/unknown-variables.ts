import { meant } from '../domain/text/nearest.ts';

/** The prefixes of this service's variables. */
const ours = /^(LIME|BILLECTA|WEBHOOK|RECONCILE)_/;

/** A shorter name resembles too many words. */
const tellsEnough = 8;

/**
 * Warnings about variables that the service does not know but that were meant for it, one line each: a typing error in
 * a name would otherwise go unnoticed.
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
