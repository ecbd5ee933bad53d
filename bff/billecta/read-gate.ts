import { setMaxListeners } from 'node:events';
import { AskedToWait, longestTimer } from '../resilience/asked-to-wait.ts';
import type { ReadPriority } from '../services/ports/billecta.ts';

/** At most `max` reads in any `ms`. */
export interface ReadLimit {
  ms: number;
  max: number;
}

/** `100/10s,600/60s` (facts/billecta.md 3.2). */
export const documentedLimits: readonly ReadLimit[] = [
  { ms: 10_000, max: 100 },
  { ms: 60_000, max: 600 },
];

/** The share of each limit that a priority may use up; the rest is kept for those before it. */
const share: Record<ReadPriority, number> = {
  command: 1,
  user: 0.95,
  task: 0.85,
  verification: 0.8,
  reconciliation: 0.6,
};

const order: readonly ReadPriority[] = ['command', 'user', 'task', 'verification', 'reconciliation'];

/** How many reads of a priority there may be in so many ms, when nobody else reads. */
export const readsWithin = (limits: readonly ReadLimit[], priority: ReadPriority, ms: number): number =>
  Math.min(...limits.map((limit) => Math.floor((limit.max * share[priority] * ms) / limit.ms)));

interface Waiting {
  priority: ReadPriority;
  enter(): void;
}

/**
 * Lets reads of Billecta through within its limits, commands before people, people before tasks, those before
 * verification, that before reconciliation. When Billecta asks us to wait, nobody is let through until then, and then
 * one read, until it has its answer.
 */
export class ReadGate {
  #past: number[] = [];
  #waiting: Waiting[] = [];
  readonly #asked: AskedToWait;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param now - a clock that only goes forward, ms */
  constructor(
    private readonly limits: readonly ReadLimit[],
    private readonly now: () => number,
  ) {
    this.#asked = new AskedToWait(now, () => this.#letThrough());
  }

  /**
   * Resolves when the read may be made.
   *
   * @returns what to call when the read has its answer, or none will come
   * @throws the signal's reason when it is aborted before
   */
  enter(priority: ReadPriority, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    // Concurrent reads share a signal; each takes its listener off again, so that many are no leak.
    setMaxListeners(0, signal);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting = this.#waiting.filter((each) => each !== waiting);
        reject(signal.reason);
      };
      const waiting: Waiting = {
        priority,
        enter: () => {
          signal.removeEventListener('abort', leave);
          resolve(this.#asked.enter());
        },
      };
      signal.addEventListener('abort', leave, { once: true });
      const behind = this.#waiting.findIndex(
        (each) => order.indexOf(each.priority) > order.indexOf(priority),
      );
      this.#waiting.splice(behind === -1 ? this.#waiting.length : behind, 0, waiting);
      this.#letThrough();
    });
  }

  /** Lets nobody through for so long. */
  close(ms: number): void {
    this.#asked.wait(ms);
  }

  /** How long it takes until a read of this priority is let through, if nobody else comes, ms. */
  waitFor(priority: ReadPriority): number {
    const now = this.now();
    const waits = this.limits.map(({ ms, max }) => {
      const within = this.#past.filter((at) => at > now - ms);
      const place = within.length - Math.max(1, Math.floor(max * share[priority]));
      return place < 0 ? 0 : (within[place] ?? now) + ms - now;
    });
    return Math.max(this.#asked.left(), ...waits);
  }

  #letThrough(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      const wait = this.waitFor(first.priority);
      if (wait > 0) {
        this.#timer = setTimeout(() => this.#letThrough(), Math.min(longestTimer, Math.ceil(wait)));
        // Whoever has stopped waiting does not keep the process.
        this.#timer.unref();
        return;
      }
      if (!this.#asked.isOver()) return;
      this.#waiting.shift();
      this.#note();
      first.enter();
    }
  }

  #note(): void {
    const now = this.now();
    const longest = Math.max(...this.limits.map(({ ms }) => ms));
    this.#past = [...this.#past.filter((at) => at > now - longest), now];
  }
}
