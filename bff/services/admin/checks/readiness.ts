import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../../ports/store/store.ts';
import type { Context, Log } from '../../shared/context.ts';
import type { WorkerFailure } from '../../shared/worker.ts';

/** How often something is written to see whether it can be, ms; at once while it could not. */
const tryEvery = 5_000;

/** How long the database may take, ms. */
const timeoutMs = 3_000;

async function tooLong(): Promise<never> {
  await sleep(timeoutMs, undefined, { ref: false });
  throw new Error('the database does not answer in time');
}

/** How long work may fail before it is reported, ms. */
const failsLong = 60_000;

/** The work that has failed for long now. */
export const failingLong = ({ failing, now }: Pick<Context, 'failing' | 'now'>): WorkerFailure[] =>
  failing().filter(({ since }) => now().getTime() - Date.parse(since) >= failsLong);

export interface ReadinessOptions {
  store: Pick<Store, 'ready' | 'writable'>;
  /** The workers that fail now. */
  failing(): readonly WorkerFailure[];
  log: Log;
  now(): Date;
}

/** Knows whether the service can do its work. */
export class Readiness {
  #tried = Number.NEGATIVE_INFINITY;
  #trying: Promise<void> | undefined;
  #fault: string | null = null;

  constructor(private readonly options: ReadinessOptions) {}

  /** @returns the reason why the service is not ready, or null when it is */
  async check(): Promise<string | null> {
    return (await this.#checkStore()) ?? this.#failingLong();
  }

  /** The work of a worker on a timer: when the database cannot be used (any more, again), the log says so. */
  async watch(): Promise<false> {
    await this.#checkStore();
    return false;
  }

  async #checkStore(): Promise<string | null> {
    try {
      await Promise.race([this.#useStore(), tooLong()]);
      if (this.#fault !== null) this.options.log.info({}, 'the database can be used again');
      this.#fault = null;
    } catch (err) {
      const { message, remedy } = err as Error & { remedy?: string };
      if (this.#fault !== message)
        this.options.log.error({ err, remedy }, `the database cannot be used: ${message}`);
      this.#fault = message;
    }
    return this.#fault;
  }

  async #useStore(): Promise<void> {
    await this.options.store.ready();
    await this.#write();
  }

  /** One write at a time; concurrent callers share it. */
  #write(): Promise<void> {
    if (this.#fault === null && performance.now() - this.#tried < tryEvery) return Promise.resolve();
    this.#trying ??= this.options.store
      .writable()
      .then(() => {
        this.#tried = performance.now();
      })
      .finally(() => {
        this.#trying = undefined;
      });
    return this.#trying;
  }

  #failingLong(): string | null {
    const [long] = failingLong(this.options);
    return long ? `${long.worker} fails since ${long.since}` : null;
  }
}
