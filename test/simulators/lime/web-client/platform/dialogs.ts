import type { Delivery } from './delivery.ts';
import type { EventDispatcher } from './event-dispatcher.ts';

type Listeners = Record<string, (event?: CustomEvent) => void>;

/** Lime's dialog service: an element in the body until someone destroys it. */
export class Dialogs {
  readonly #open = new Map<number, HTMLElement>();
  #lastId = 0;

  constructor(
    private readonly delivery: Delivery,
    private readonly events: EventDispatcher,
  ) {}

  create(tag: string, properties: object = {}, listeners: Listeners = {}): number {
    const element = document.createElement(tag);
    this.delivery.furnish(element);
    Object.assign(element, properties);
    for (const [name, listener] of Object.entries(listeners)) {
      element.addEventListener(name, listener as EventListener);
    }
    this.#lastId += 1;
    this.#open.set(this.#lastId, element);
    document.body.append(element);
    return this.#lastId;
  }

  update(id: number, properties: object): void {
    const element = this.#open.get(id);
    if (element) Object.assign(element, properties);
  }

  destroy(id: number): void {
    this.#open.get(id)?.remove();
    if (this.#open.delete(id)) this.events.dispatch('dialog.destroyed', id);
  }
}
