import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type BffFault, faultOf } from '../../bff/bff-error.ts';
import { serverTime } from '../../bff/server-clock.ts';

/** A page of a list: its rows, what marks where it ends, and what else came with it. */
export interface Page<Row, Rest> {
  rows: readonly Row[];
  next: string | null;
  rest: Rest;
}

/**
 * A list read page by page, newest first. Reading it again starts at the first page; what was last known stays
 * while that fails.
 */
export class Pages<Row, Rest = undefined> implements ReactiveController {
  rows: readonly Row[] | undefined;
  /** Of the page that was read last. */
  rest: Rest | undefined;
  next: string | null = null;
  fault: BffFault | undefined;
  at: Date | undefined;
  loading: 'refresh' | 'more' | null = null;

  #load: ((after: string | null) => Promise<Page<Row, Rest>>) | undefined;
  #key: string | undefined;
  #version = '';
  /** Where the page that was asked for last begins. */
  #asked: string | null = null;
  #reading = 0;
  #connected = false;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#connected = true;
    if (this.#load) void this.refresh();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.#reading++;
  }

  /**
   * Call whenever the list may have changed; the same key means the same list.
   *
   * @param version - of the same list; another version is read again, and what was known stays until it has arrived
   */
  follow(key: string, load: (after: string | null) => Promise<Page<Row, Rest>>, version = ''): void {
    this.#load = load;
    const isNewer = version !== this.#version;
    this.#version = version;
    if (key === this.#key) {
      if (isNewer) void this.refresh();
      return;
    }
    this.#key = key;
    this.rows = undefined;
    this.rest = undefined;
    this.next = null;
    this.fault = undefined;
    void this.refresh();
  }

  refresh(): Promise<void> {
    return this.#read(null);
  }

  /** After a failure: asks again for the page that was asked for last. */
  retry(): Promise<void> {
    return this.#read(this.#asked);
  }

  more(): Promise<void> {
    return this.next === null || this.loading ? Promise.resolve() : this.#read(this.next);
  }

  async #read(after: string | null): Promise<void> {
    if (!this.#load || !this.#connected) return;
    const reading = ++this.#reading;
    this.#asked = after;
    this.loading = after === null ? 'refresh' : 'more';
    this.host.requestUpdate();
    try {
      const page = await this.#load(after);
      if (reading !== this.#reading) return;
      this.rows = after === null ? page.rows : [...(this.rows ?? []), ...page.rows];
      this.rest = page.rest;
      this.next = page.next;
      this.at = serverTime();
      this.fault = undefined;
    } catch (error) {
      if (reading !== this.#reading) return;
      this.fault = faultOf(error);
    }
    this.loading = null;
    this.host.requestUpdate();
  }
}
