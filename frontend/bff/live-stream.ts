import type { LiveEvents } from '../../bff/contract/live.ts';
import { batchLimit } from './id-batch.ts';
import { acquireStream } from './stream-slot.ts';

/** A table that scrolls changes its ids many times; wait until it stops (ms). */
const settleFor = 100;
const firstRetry = 1_000;
const longestRetry = 30_000;

interface StreamTimes {
  /** A stream that has brought nothing for this long is delayed on its way; statuses are read meanwhile (ms). */
  first: number;
  /** The server beats every 15 s; a stream that has brought nothing for longer than two beats is half open (ms). */
  silence: number;
  /** How often statuses are read while there is no stream (ms). */
  poll: number;
}

const defaultTimes: StreamTimes = { first: 10_000, silence: 40_000, poll: 30_000 };

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
 * A stream that ends is opened again, with longer delays while that fails, and so is one that has fallen silent. When
 * other windows have all streams, statuses are read instead. It carries the 200 ids that were asked
 * for last; others are as fresh as their last read. Opening it brings every status, so a page that comes back
 * from the background or from offline is up to date at once.
 */
export class LiveStream {
  #ids: readonly number[] = [];
  #source: EventSource | undefined;
  #opening: ReturnType<typeof setTimeout> | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  /** Asked for once, however often the stream is opened meanwhile. */
  #slot: ReturnType<typeof acquireStream> | undefined;

  constructor(
    private readonly options: LiveStreamOptions,
    private readonly times = defaultTimes,
  ) {
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
    this.#opening = setTimeout(() => void this.#open(), delay);
  }

  async #open(): Promise<void> {
    this.#close();
    if (!this.#isWanted) return this.#giveUpSlot();
    this.#slot ??= acquireStream();
    const slot = this.#slot;
    const isHeld = (await slot) !== null;
    // Opened once more meanwhile, or given up.
    if (slot !== this.#slot) return;
    this.#close();
    if (!this.#isWanted) return this.#giveUpSlot();
    if (isHeld) return this.#listen();
    this.#slot = undefined;
    this.#wait();
  }

  get #isWanted(): boolean {
    return this.#ids.length > 0 && !document.hidden;
  }

  #listen(): void {
    const source = new EventSource(this.options.url(this.#ids), { withCredentials: true });
    const on = (event: keyof LiveEvents, handle: (data: string) => void): void =>
      source.addEventListener(event, ({ data }) => {
        this.#heard();
        handle(data);
      });
    on('beat', () => undefined);
    on('invoice', (data) => this.options.onInvoice(JSON.parse(data)));
    on('written', (data) => this.options.onWritten(JSON.parse(data)));
    on('task', (data) => this.options.onTask(JSON.parse(data)));
    source.addEventListener('error', () => {
      if (source === this.#source) this.#broken();
    });
    this.#source = source;
    this.#silentAfter(this.times.first);
  }

  /** The stream is alive; should nothing more come, it is half open. */
  #heard(): void {
    this.#failures = 0;
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => {
      this.options.onSilent();
      this.#openIn(0);
    }, this.times.silence);
  }

  /** Reads statuses until another window gives its stream up. */
  #wait(): void {
    this.options.onSilent();
    this.#openIn(this.times.poll);
  }

  #close(): void {
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#source = undefined;
  }

  #giveUpSlot(): void {
    void this.#slot?.then((giveBack) => giveBack?.());
    this.#slot = undefined;
  }

  #broken(): void {
    this.#close();
    this.#openIn(retryDelay(this.#failures));
    if (this.#failures++ > 0) this.options.onSilent();
  }

  #silentAfter(delay: number): void {
    this.#silence = setTimeout(() => {
      this.options.onSilent();
      this.#silentAfter(this.times.poll);
    }, delay);
  }
}

/** Not all pages at once: they all lose their stream when the server is restarted. */
function retryDelay(failures: number): number {
  return Math.min(firstRetry * 2 ** failures, longestRetry) * (0.5 + Math.random() / 2);
}
