import type { Boot } from '../boot.ts';
import { type Context, noContext, type Platform } from './platform.ts';

interface ContextRequest {
  context: string;
  callback: (value: unknown, unsubscribe?: () => void) => void;
  subscribe?: boolean;
}

interface Furnished extends HTMLElement {
  platform?: Platform;
  context?: Context;
}

/**
 * Gives a package's elements their platform and context: as JS properties, or, where the candidate says so,
 * only when an element asks by a `context-request` event (facts 2.3). An element may be furnished before its
 * class is defined, and again when its context changes.
 */
export class Delivery {
  readonly #contexts = new WeakMap<EventTarget, Context>();
  readonly #byProperties: boolean;

  constructor(
    private readonly platform: Platform,
    private readonly currentContext: () => Context,
    candidates: Boot['candidates'],
  ) {
    this.#byProperties = candidates.platformDelivery === 'properties';
    document.addEventListener('context-request', (event) =>
      this.#answer(event as CustomEvent<ContextRequest>),
    );
  }

  furnish(element: Furnished, context: Context = this.currentContext()): void {
    this.#contexts.set(element, context);
    if (this.#byProperties) Object.assign(element, { platform: this.platform, context });
  }

  /** The properties for a table cell, which limel-table makes itself. */
  cellProperties(context: Context): object {
    return this.#byProperties ? { platform: this.platform, context } : {};
  }

  #answer(event: CustomEvent<ContextRequest>): void {
    const { context, callback, subscribe } = event.detail;
    const value = this.#provide(context, event);
    if (value === undefined) return;
    event.stopPropagation();
    if (subscribe) callback(value, () => undefined);
    else callback(value);
  }

  #provide(key: string, event: Event): unknown {
    if (key === 'platform') return this.platform;
    if (key !== 'context') return undefined;
    const origin = event.composedPath().find((target) => this.#contexts.has(target));
    return (origin && this.#contexts.get(origin)) ?? this.currentContext() ?? noContext;
  }
}
