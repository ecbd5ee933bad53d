/** Before the fragment that is ours, so that another part of the page can have its own. */
const ours = '#billecta/';

/**
 * Our part of the page's address: the fragment, which no router of Lime's reads, so that a link to what is shown can be
 * sent to another user. Empty when there is none.
 */
export const readAddress = (): string =>
  location.hash.startsWith(ours) ? location.hash.slice(ours.length) : '';

/** A link to the same page with another fragment; whole, since a `<base>` would lead a bare fragment elsewhere. */
export const addressOf = (fragment: string): string =>
  `${location.pathname}${location.search}${ours}${fragment}`;

/** Goes there as a link does; with `replace`, the browser history leaves out the current address. */
export function goTo(fragment: string, { replace = false } = {}): void {
  if (fragment === readAddress()) return;
  if (replace) location.replace(addressOf(fragment));
  else location.assign(addressOf(fragment));
}

/** @returns how to stop listening */
export function watchAddress(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
