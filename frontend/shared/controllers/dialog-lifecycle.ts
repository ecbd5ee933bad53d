import type { LitElement, ReactiveController } from 'lit';

/** How long Lime's dialog takes to close and to give the focus back, with some to spare (ms). */
const closingTime = 150;

/**
 * How an element that is a `limel-dialog` ends: once, with an event, fired when Lime's dialog has closed. Lime may take
 * the element away itself, for instance when the user goes to another page; that fires `gone` at once, then `dismiss`.
 */
export class DialogLifecycle implements ReactiveController {
  ended = false;

  /** @param left - the `detail` of `dismiss` */
  constructor(
    private readonly host: LitElement,
    private readonly left?: () => unknown,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
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

  /** Lime's dialog locks the page's scrolling until it is closed; being destroyed is not enough. */
  #shut(): void {
    const dialog = this.host.renderRoot.querySelector<HTMLElement & { open: boolean }>('limel-dialog');
    if (dialog) dialog.open = false;
  }
}
