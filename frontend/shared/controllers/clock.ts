import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { serverTime } from '../../bff/server-clock.ts';

/** Renders the element again and again while somebody sees the page, so that the age it tells stays true. */
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
