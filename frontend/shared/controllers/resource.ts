import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type BffFault, faultOf } from '../../bff/bff-error.ts';
import { serverTime } from '../../bff/server-clock.ts';

/**
 * Something read from the BFF, and read again at intervals while the page is visible. What was last known stays
 * while a newer answer fails; `fault` then says why, and `at` how old it is.
 */
export class Resource<T> implements ReactiveController {
  data: T | undefined;
  fault: BffFault | undefined;
  /** When `data` came. */
  at: Date | undefined;
  loading = false;

  #load: (() => Promise<T>) | undefined;
  #key: string | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  /** Distinguishes the current answer from one that a later request has overtaken. */
  #reading = 0;
  #connected = false;

  /** @param every - how often it is read again, ms; 0 for never */
  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly every = 0,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    if (this.every > 0) this.#timer = setInterval(() => document.hidden || this.#retry(), this.every);
    if (this.#load) void this.refresh();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#reading++;
    clearInterval(this.#timer);
  }

  /** Call whenever something else may have to be read; the same key means the same thing. */
  follow(key: string, load: () => Promise<T>): void {
    this.#load = load;
    if (key === this.#key) return;
    this.#key = key;
    this.data = undefined;
    this.at = undefined;
    this.fault = undefined;
    void this.refresh();
  }

  /** After a failure. */
  retry(): Promise<void> {
    return this.refresh();
  }

  async refresh(): Promise<void> {
    if (!this.#load || !this.#connected) return;
    const reading = ++this.#reading;
    this.loading = true;
    this.host.requestUpdate();
    try {
      const data = await this.#load();
      if (reading !== this.#reading) return;
      this.data = data;
      this.at = serverTime();
      this.fault = undefined;
    } catch (error) {
      if (reading !== this.#reading) return;
      this.fault = faultOf(error);
    }
    this.loading = false;
    this.host.requestUpdate();
  }

  #retry(): void {
    if (!this.loading) void this.refresh();
  }
}
