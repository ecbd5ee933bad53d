import type { Metadata } from './command-bus.ts';
import type { EventDispatcher } from './event-dispatcher.ts';

/** A component that a picker can offer. */
export interface OfferedComponent extends Metadata {
  name: string;
}

/**
 * 7.x registry of components that pickers in Lime Admin offer, by tags. The arguments of `register` are not documented;
 * they are taken to be like those of the command bus, and anything else fails, as a host might.
 */
export class WebComponentRegistry {
  readonly #offered = new Map<string, OfferedComponent>();

  constructor(private readonly events: EventDispatcher) {}

  register(name: unknown, metadata: Metadata): void {
    if (typeof name !== 'string' || !customElements.get(name))
      throw new TypeError(`${String(name)} is no component`);
    this.#offered.set(name, { ...metadata, name });
    this.events.dispatch('webcomponent.registered', name);
  }

  getAll(): OfferedComponent[] {
    return [...this.#offered.values()];
  }
}
