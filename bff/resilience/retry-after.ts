/** The longest wait that is believed, s: a neighbour whose clock is wrong would be left alone for years. */
const longest = 5 * 60;

/** How long to wait after a 429 that does not say, s. */
export const defaultWait = 10;

/**
 * Reads a `Retry-After` header, which is whole seconds or an HTTP date (RFC 9110, 10.2.3).
 *
 * @param now - the present, ms
 * @returns how long to wait, s, at most five minutes; undefined when the header is missing or neither of the two
 */
export function retryAfter(header: string | string[] | undefined, now: number): number | undefined {
  if (typeof header !== 'string') return undefined;
  const seconds = secondsOf(header.trim(), now);
  return seconds === undefined ? undefined : Math.min(longest, Math.max(0, seconds));
}

function secondsOf(text: string, now: number): number | undefined {
  if (/^\d+$/.test(text)) return Number(text);
  // An HTTP date names its day; without that, Date.parse reads `-1` and `5 s` as years.
  const at = /^[A-Z][a-z]+,? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : Math.ceil((at - now) / 1000);
}
