import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Calls back when the person returns to the window, as from another system where something may have happened. */
export class SeenAgain implements ReactiveController {
  constructor(
    host: ReactiveControllerHost,
    private readonly callback: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('focus', this.callback);
    document.addEventListener('visibilitychange', this.#visible);
  }

  hostDisconnected(): void {
    window.removeEventListener('focus', this.callback);
    document.removeEventListener('visibilitychange', this.#visible);
  }

  readonly #visible = () => {
    if (document.visibilityState === 'visible') this.callback();
  };
}
