import type { ReactiveController, ReactiveControllerHost } from 'lit';

const tick = 5_000;

/** Renders the element again every five seconds, so that the age it tells stays true. */
export class ClockController implements ReactiveController {
  now = new Date();
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.host.requestUpdate(), tick);
  }

  hostUpdate(): void {
    this.now = new Date();
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}
