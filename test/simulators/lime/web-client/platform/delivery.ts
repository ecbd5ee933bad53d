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

/** Somebody who is told when the context of an element changes; of no element, that of the page. */
interface Subscription {
  origin: EventTarget | undefined;
  tell(context: Context): void;
}

/**
 * Gives a package's elements their platform and context: as JS properties, or, where the candidate says so,
 * only when an element asks by a `context-request` event (facts 2.3). An element may be furnished before its
 * class is defined, and again when its context changes. As in 7.4, who has asked to subscribe is told of every change
 * until they unsubscribe, and who has not is told once.
 */
export class Delivery {
  readonly #contexts = new WeakMap<EventTarget, Context>();
  readonly #subscriptions = new Set<Subscription>();
  readonly #byProperties: boolean;
  #current: Context = noContext;

  constructor(
    private readonly platform: Platform,
    candidates: Boot['candidates'],
  ) {
    this.#byProperties = candidates.platformDelivery === 'properties';
    document.addEventListener('context-request', (event) =>
      this.#answer(event as CustomEvent<ContextRequest>),
    );
  }

  /** The page is about another record from now on. */
  moveTo(context: Context): void {
    if (isSame(context, this.#current)) return;
    this.#current = context;
    this.#tell(undefined, context);
  }

  furnish(element: Furnished, context: Context = this.#current): void {
    const before = this.#contexts.get(element);
    this.#contexts.set(element, context);
    if (this.#byProperties) Object.assign(element, { platform: this.platform, context });
    if (!before || !isSame(context, before)) this.#tell(element, context);
  }

  /** The properties for a table cell, which limel-table makes itself. */
  cellProperties(context: Context): object {
    return this.#byProperties ? { platform: this.platform, context } : {};
  }

  #answer(event: CustomEvent<ContextRequest>): void {
    const { context: key, callback, subscribe } = event.detail;
    if (key === 'platform') {
      event.stopPropagation();
      if (subscribe) callback(this.platform, () => undefined);
      else callback(this.platform);
    }
    if (key !== 'context') return;
    event.stopPropagation();
    const origin = event.composedPath().find((target) => this.#contexts.has(target));
    const context = (origin && this.#contexts.get(origin)) ?? this.#current;
    if (subscribe) this.#subscribe(origin, callback, context);
    else callback(context);
  }

  #subscribe(origin: EventTarget | undefined, callback: ContextRequest['callback'], context: Context): void {
    const subscription: Subscription = {
      origin,
      tell: (changed) => callback(changed, () => this.#subscriptions.delete(subscription)),
    };
    this.#subscriptions.add(subscription);
    subscription.tell(context);
  }

  #tell(origin: EventTarget | undefined, context: Context): void {
    for (const subscription of [...this.#subscriptions])
      if (subscription.origin === origin) subscription.tell(context);
  }
}

const isSame = (one: Context, other: Context): boolean =>
  one.limetype === other.limetype && one.id === other.id;
