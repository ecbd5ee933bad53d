import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import type { Log } from './context.ts';

/** How often a worker looks for work that became due by itself, unless told otherwise, ms. */
const lookEvery = 500;

/** How long a worker that is woken lets more gather: much work at once costs less than little work often, ms. */
const gatherFor = 25;

/** How long a worker waits after something unforeseen, such as a locked database, ms. */
const restAfterError = 1_000;

/**
 * Runs one kind of work whenever it is woken, and now and then besides; never twice at a time. However much there is to
 * do, whoever else waits for the event loop gets a turn in between.
 */
export class Worker {
  readonly #stop = new AbortController();
  #wake: () => void = () => undefined;
  #woken = false;
  #running: Promise<void> = Promise.resolve();

  /**
   * @param work - does what is due and tells whether there is more (true), may be more `soon`, or is nothing until it is
   *   woken (false); `rest` when nothing may be done for a while, whoever wakes it
   * @param every - how often to look for work that became due by itself, ms
   */
  constructor(
    private readonly name: string,
    private readonly work: (stopping: AbortSignal) => Promise<boolean | 'soon' | 'rest'>,
    private readonly log: Log,
    private readonly every: number = lookEvery,
  ) {}

  start(): void {
    this.#running = this.#run();
  }

  wake(): void {
    this.#woken = true;
    this.#wake();
  }

  /** Resolves when what is in hand has been finished. */
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
        const more = await this.work(signal);
        if (more === 'rest') await this.#rest(this.every);
        else if (more === 'soon') await this.#rest(gatherFor);
        else if (more) await turn();
        else await this.#sleep(this.every);
      } catch (error) {
        this.log.error({ worker: this.name, err: error }, 'worker failed, trying again');
        await this.#rest(restAfterError);
      }
    }
  }

  /** Waits, whoever wakes it, unless it is to stop. */
  async #rest(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }

  #sleep(ms: number): Promise<void> {
    if (this.#stop.signal.aborted) return Promise.resolve();
    if (this.#woken) return sleep(gatherFor);
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        this.#wake = () => undefined;
        clearTimeout(timer);
        setTimeout(resolve, gatherFor);
      };
    });
  }
}
