import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { serverTime } from '../../bff/server-clock.ts';

/** Renders the element repeatedly while the page is visible, so that the age it shows stays correct. */
export class ClockController implements ReactiveController {
  now = serverTime();
  #timer: ReturnType<typeof setInterval> | undefined;

  /** @param every - how often, ms */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly every: number,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => document.hidden || this.host.requestUpdate(), this.every);
  }

  hostUpdate(): void {
    this.now = serverTime();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
