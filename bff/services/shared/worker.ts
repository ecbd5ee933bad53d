import { setImmediate as turn } from 'node:timers/promises';
import type { Timer } from '../ports/timer.ts';
import type { Log } from './context.ts';

/** Default interval at which a worker polls for work that has become due, ms. */
const lookEvery = 500;

/** How long a worker that is woken lets more gather: much work at once costs less than little work often, ms. */
const gatherFor = 25;

/** How long a worker waits after something unforeseen, such as a locked database, ms. */
const restAfterError = 1_000;

/** Work that fails again and again. */
export interface WorkerFailure {
  worker: string;
  /** When it first failed, and has not succeeded since: an instant. */
  since: string;
  /** When it failed last: an instant. */
  last: string;
  /** How often it has failed since. */
  count: number;
  /** The last failure's message. */
  message: string;
}

export interface WorkerOptions {
  name: string;
  /**
   * Does what is due.
   *
   * @returns whether there is more (true), may be more `soon`, or is nothing until the worker is woken (false); `rest`
   *   when nothing may be done for a while, even if it is woken
   */
  run(stopping: AbortSignal): Promise<boolean | 'soon' | 'rest'>;
  /** How often to look for work that became due without a wake, ms. */
  every?: number | undefined;
  log: Log;
  timer: Timer;
  /** The present, for when it failed. */
  now(): Date;
}

/**
 * Runs one kind of work when it is woken, and on a timer; never twice at a time. However much there is to do, yields to
 * the event loop in between.
 */
export class Worker {
  readonly #stop = new AbortController();
  #wake: () => void = () => undefined;
  #woken = false;
  #running: Promise<void> = Promise.resolve();
  #failure: WorkerFailure | null = null;

  readonly #every: number;

  constructor(private readonly options: WorkerOptions) {
    this.#every = options.every ?? lookEvery;
  }

  /** Null unless the last run has failed. */
  get failure(): WorkerFailure | null {
    return this.#failure;
  }

  start(): void {
    this.#running = this.#run();
  }

  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  /** Resolves when the work in progress has been finished. */
  async stop(): Promise<void> {
    this.#stop.abort();
    this.#wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stop;
    while (!signal.aborted) {
      this.#woken = false;
      try {
        const more = await this.options.run(signal);
        this.#failure = null;
        if (more === 'rest') await this.#rest(this.#every);
        else if (more === 'soon') await this.#rest(gatherFor);
        else if (more) await turn();
        else await this.#sleep(this.#every);
      } catch (error) {
        this.#note(error);
        this.options.log.error({ worker: this.options.name, err: error }, 'worker failed, trying again');
        await this.#rest(restAfterError);
      }
    }
  }

  #note(error: unknown): void {
    const at = this.options.now().toISOString();
    this.#failure = {
      worker: this.options.name,
      since: this.#failure?.since ?? at,
      last: at,
      count: (this.#failure?.count ?? 0) + 1,
      message: error instanceof Error ? error.message : String(error),
    };
  }

  /** Waits, even when woken, unless the worker stops. */
  #rest(ms: number): Promise<void> {
    return this.options.timer.sleep(ms, this.#stop.signal);
  }

  async #sleep(ms: number): Promise<void> {
    if (this.#stop.signal.aborted) return;
    if (!this.#woken) {
      const woken = new AbortController();
      this.#wake = () => woken.abort();
      await this.options.timer.sleep(ms, woken.signal);
      if (!woken.signal.aborted) return;
    }
    await this.options.timer.sleep(gatherFor);
  }
}
