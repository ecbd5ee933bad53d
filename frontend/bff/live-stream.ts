import type { LiveEvents } from '../../bff/contract/live.ts';
import { batchLimit } from './id-batch.ts';

/** A table that scrolls changes its ids many times; wait until it stops (ms). */
const settleFor = 100;
const firstRetry = 1_000;
const longestRetry = 30_000;

/** A stream that has brought nothing for this long is delayed on its way; statuses are read meanwhile (ms). */
const timeoutMs = 10_000;
const pollEvery = 30_000;

export interface LiveStreamOptions {
  url(limeIds: readonly number[]): string;
  onInvoice(status: LiveEvents['invoice']): void;
  /** Lime's own record of the invoice has been written. */
  onWritten(written: LiveEvents['written']): void;
  onTask(progress: LiveEvents['task']): void;
  /** The stream is unavailable; called repeatedly meanwhile, so that statuses can be read instead. */
  onSilent(): void;
}

/**
 * The page's one stream of server-sent events, for the invoices that are shown and while the page is.
 *
 * A stream that ends is opened again, with longer delays while that fails. It carries the 200 ids that were asked
 * for last; others are as fresh as their last read. Opening it brings every status, so a page that comes back
 * from the background or from offline is up to date at once.
 */
export class LiveStream {
  #ids: readonly number[] = [];
  #source: EventSource | undefined;
  #opening: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(private readonly options: LiveStreamOptions) {
    document.addEventListener('visibilitychange', () => this.#openIn(0));
    addEventListener('online', () => this.#openIn(0));
    addEventListener('offline', () => this.#ids.length > 0 && options.onSilent());
  }

  /** Follows exactly these invoices from now on; none closes the stream. */
  follow(limeIds: readonly number[]): void {
    this.#ids = limeIds.slice(-batchLimit);
    this.#openIn(settleFor);
  }

  #openIn(delay: number): void {
    clearTimeout(this.#opening);
    this.#opening = setTimeout(() => this.#open(), delay);
  }

  #open(): void {
    this.#close();
    if (this.#ids.length === 0 || document.hidden) return;
    const source = new EventSource(this.options.url(this.#ids), { withCredentials: true });
    source.addEventListener('invoice', (event) => {
      this.#failures = 0;
      clearTimeout(this.#silence);
      this.options.onInvoice(JSON.parse(event.data));
    });
    source.addEventListener('written', (event) => this.options.onWritten(JSON.parse(event.data)));
    source.addEventListener('task', (event) => this.options.onTask(JSON.parse(event.data)));
    source.addEventListener('error', () => {
      if (source === this.#source) this.#broken();
    });
    this.#source = source;
    this.#silentAfter(timeoutMs);
  }

  #close(): void {
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#source = undefined;
  }

  #broken(): void {
    this.#close();
    this.#openIn(retryDelay(this.#failures));
    if (this.#failures++ > 0) this.options.onSilent();
  }

  #silentAfter(delay: number): void {
    this.#silence = setTimeout(() => {
      this.options.onSilent();
      this.#silentAfter(pollEvery);
    }, delay);
  }
}

/** Not all pages at once: they all lose their stream when the server is restarted. */
function retryDelay(failures: number): number {
  return Math.min(firstRetry * 2 ** failures, longestRetry) * (0.5 + Math.random() / 2);
}
