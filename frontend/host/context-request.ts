import type { LimeWebComponentContext, LimeWebComponentPlatform } from './types.ts';

/** What the host provides, by the key that it is asked for with. */
export interface HostContexts {
  platform: LimeWebComponentPlatform;
  context: LimeWebComponentContext;
}

/**
 * Asks the elements around `element` for what the host would otherwise set as a property, now and whenever it changes.
 *
 * Lime 7 answers this event; its fields are in `detail`, unlike the community protocol (docs/facts/lime.md 2.3). Earlier
 * versions leave it unanswered.
 *
 * @param receive - called with each value, possibly before this function returns
 * @returns how to stop
 */
export function requestFromHost<K extends keyof HostContexts>(
  element: HTMLElement,
  context: K,
  receive: (value: HostContexts[K] | undefined) => void,
): () => void {
  let over = false;
  let unsubscribe: (() => void) | undefined;
  const callback = (value: HostContexts[K] | undefined, stop?: () => void): void => {
    unsubscribe = stop ?? unsubscribe;
    if (over) unsubscribe?.();
    else receive(value);
  };
  const detail = { context, callback, subscribe: true };
  element.dispatchEvent(new CustomEvent('context-request', { bubbles: true, composed: true, detail }));
  return () => {
    over = true;
    unsubscribe?.();
  };
}
