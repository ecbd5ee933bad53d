import type { LiveEvents } from '../../bff/contract/live.ts';
import { batchLimit } from './id-batch.ts';

/** A table that scrolls changes its ids many times; wait for it to settle (ms). */
const settleFor = 100;
const firstRetry = 1_000;
const longestRetry = 30_000;

export interface LiveStreamOptions {
  url(limeIds: readonly number[]): string;
  onInvoice(status: LiveEvents['invoice']): void;
  /** The stream was turned away; called before each new attempt, so that statuses can be read instead. */
  onLost(): void;
}

/**
 * The page's one stream of server-sent events, for the invoices that are shown.
 *
 * The browser itself reconnects a stream that breaks. One that the server turned away is opened again here,
 * ever more slowly. It carries the 200 ids that were asked for last; others are as fresh as their last read.
 */
export class LiveStream {
  #ids: readonly number[] = [];
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryIn = firstRetry;

  constructor(private readonly options: LiveStreamOptions) {}

  /** Follows exactly these invoices from now on; none closes the stream. */
  follow(limeIds: readonly number[]): void {
    this.#ids = limeIds.slice(-batchLimit);
    this.#openIn(settleFor);
  }

  #openIn(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), delay);
  }

  #open(): void {
    this.#source?.close();
    this.#source = undefined;
    if (this.#ids.length === 0) return;
    const source = new EventSource(this.options.url(this.#ids), { withCredentials: true });
    source.addEventListener('open', () => {
      this.#retryIn = firstRetry;
    });
    source.addEventListener('invoice', (event) => this.options.onInvoice(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      if (source === this.#source && source.readyState === EventSource.CLOSED) this.#retry();
    });
    this.#source = source;
  }

  #retry(): void {
    this.#openIn(this.#retryIn);
    this.#retryIn = Math.min(this.#retryIn * 2, longestRetry);
    this.options.onLost();
  }
}
