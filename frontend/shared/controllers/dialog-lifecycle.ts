import type { LitElement, ReactiveController } from 'lit';

/** How long Lime's dialog takes to close and to give the focus back, with some to spare (ms). */
const closingTime = 150;

/** What tells that the page shows something else. Not every browser tells when Lime's own links do. */
const moves = (): [EventTarget, string][] => [
  [window, 'popstate'],
  [(window as { navigation?: EventTarget }).navigation ?? window, 'currententrychange'],
];

/**
 * How an element that is a `limel-dialog` ends: once, with an event, fired when Lime's dialog has closed. Lime may take
 * the element away itself; that fires `gone` at once, then `dismiss`. Where it does not when the page moves on, the dialog
 * leaves by itself.
 */
export class DialogLifecycle implements ReactiveController {
  ended = false;
  #path = '';

  /** @param left - the `detail` of `dismiss` */
  constructor(
    private readonly host: LitElement,
    private readonly left?: () => unknown,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#path = location.pathname;
    for (const [target, event] of moves()) target.addEventListener(event, this.#moved);
  }

  hostDisconnected(): void {
    for (const [target, event] of moves()) target.removeEventListener(event, this.#moved);
    this.#shut();
    this.host.dispatchEvent(new CustomEvent('gone'));
    queueMicrotask(() => this.host.isConnected || this.end());
  }

  /** For the `close` of Lime's dialog; that of a select inside it does not count. */
  readonly closed = (event: Event): void => {
    event.stopPropagation();
    if (event.target === event.currentTarget) this.end();
  };

  end(type: 'dismiss' | 'done' = 'dismiss', detail = this.left?.()): void {
    if (this.ended) return;
    this.ended = true;
    this.#shut();
    setTimeout(
      () => this.host.dispatchEvent(new CustomEvent(type, { detail })),
      this.host.isConnected ? closingTime : 0,
    );
  }

  /** A dialog is about what was on the page when it was opened. */
  readonly #moved = (): void => {
    if (location.pathname !== this.#path) this.end();
  };

  /** Lime's dialog locks the page's scrolling until it is closed; being destroyed is not enough. */
  #shut(): void {
    const dialog = this.host.renderRoot.querySelector<HTMLElement & { open: boolean }>('limel-dialog');
    if (dialog) dialog.open = false;
  }
}
