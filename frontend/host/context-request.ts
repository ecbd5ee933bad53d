import type { LimeWebComponentContext, LimeWebComponentPlatform } from './types.ts';

interface HostContexts {
  platform: LimeWebComponentPlatform;
  context: LimeWebComponentContext;
}

/**
 * Asks the elements around `element` for what the host would otherwise set as a property.
 *
 * Lime 7 answers this event; its fields are in `detail`, unlike the community protocol. Earlier versions
 * leave it unanswered.
 */
export function requestFromHost<K extends keyof HostContexts>(
  element: HTMLElement,
  context: K,
  callback: (value: HostContexts[K]) => void,
): void {
  element.dispatchEvent(
    new CustomEvent('context-request', { bubbles: true, composed: true, detail: { context, callback } }),
  );
}
