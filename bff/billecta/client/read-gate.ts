import { setMaxListeners } from 'node:events';
import { AskedToWait, longestTimer } from '../../resilience/asked-to-wait.ts';
import type { ReadPriority } from '../../services/ports/billecta.ts';

/** At most `max` reads in any `ms`. */
export interface ReadLimit {
  ms: number;
  max: number;
}

/** `100/10s,600/60s` (docs/facts/billecta.md 3.2). */
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

/** The share of a limit that one caller may use up, so that other callers are not kept waiting. */
const callerPart = 0.5;

/** The reads of one page at once are no caller's excess, however little Billecta allows. */
const leastForCaller = 10;

const order: readonly ReadPriority[] = ['command', 'user', 'task', 'verification', 'reconciliation'];

/** How many reads of a priority there may be in so many ms, when there are no other reads. */
export const readsWithin = (limits: readonly ReadLimit[], priority: ReadPriority, ms: number): number =>
  Math.min(...limits.map((limit) => Math.floor((limit.max * share[priority] * ms) / limit.ms)));

interface Waiting {
  priority: ReadPriority;
  caller: string | undefined;
  enter(): void;
}

/**
 * Admits reads of Billecta within its limits, commands before people, people before tasks, those before verification,
 * that before reconciliation. Among callers of one priority, the one with the fewest reads within the longest limit
 * comes first, and each has at most half of it. When Billecta asks the service to wait, admits no read until then, and
 * then one read, until it has its answer.
 */
export class ReadGate {
  #past: { at: number; caller: string | undefined }[] = [];
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
   * @param caller - who asks; undefined for background work
   * @returns what to call when the read has its answer, or none will come
   * @throws the signal's reason when it is aborted before
   */
  enter(priority: ReadPriority, signal: AbortSignal, caller?: string): Promise<() => void> {
    signal.throwIfAborted();
    // Concurrent reads share a signal; each removes its listener again, so that many are no leak.
    setMaxListeners(0, signal);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.#waiting = this.#waiting.filter((each) => each !== waiting);
        reject(signal.reason);
      };
      const waiting: Waiting = {
        priority,
        caller,
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

  /** Admits no read for so long. */
  close(ms: number): void {
    this.#asked.wait(ms);
  }

  /** How long Billecta has asked the service to wait, ms; 0 when it has not. */
  askedToWait(): number {
    return this.#asked.left();
  }

  /** The wait until a read of this priority is admitted, if no other one comes, ms. */
  waitFor(priority: ReadPriority): number {
    const waits = this.limits.map(({ ms, max }) => this.#waitWithin(ms, allowed(max, priority), this.#past));
    return Math.max(this.#asked.left(), ...waits);
  }

  /** How long until the caller's share has a read of this priority left, ms. */
  waitForOwn(priority: ReadPriority, caller: string | undefined): number {
    if (caller === undefined) return 0;
    const own = this.#past.filter((read) => read.caller === caller);
    const waits = this.limits.map(({ ms, max }) => {
      const most = allowed(max, priority);
      const part = Math.min(most, Math.max(leastForCaller, Math.floor(most * callerPart)));
      return this.#waitWithin(ms, part, own);
    });
    return Math.max(0, ...waits);
  }

  #waitWithin(ms: number, most: number, reads: readonly { at: number }[]): number {
    const now = this.now();
    const within = reads.filter(({ at }) => at > now - ms);
    const place = within.length - most;
    return place < 0 ? 0 : (within[place]?.at ?? now) + ms - now;
  }

  #letThrough(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#waiting.length > 0) {
      const next = this.#next();
      if (next.wait > 0) {
        this.#timer = setTimeout(() => this.#letThrough(), Math.min(longestTimer, Math.ceil(next.wait)));
        // The timer alone does not keep the process alive.
        this.#timer.unref();
        return;
      }
      if (!this.#asked.isOver()) return;
      this.#waiting = this.#waiting.filter((each) => each !== next.waiting);
      this.#note(next.waiting.caller);
      next.waiting.enter();
    }
  }

  /** The next read to admit, and its wait: callers that have used up their share keep no other caller waiting. */
  #next(): { waiting: Waiting; wait: number } {
    const inTurn = this.#firsts().map((waiting) => {
      const { priority, caller } = waiting;
      return { waiting, wait: Math.max(this.waitFor(priority), this.waitForOwn(priority, caller)) };
    });
    return inTurn.reduce((soonest, each) => (each.wait < soonest.wait ? each : soonest));
  }

  /** The longest waiting read of each caller and priority, in the order of admission. */
  #firsts(): Waiting[] {
    const firsts = new Map<string, Waiting>();
    for (const waiting of this.#waiting) {
      const queue = `${waiting.priority} ${waiting.caller ?? ''}`;
      if (!firsts.has(queue)) firsts.set(queue, waiting);
    }
    const past = new Map<string, number>();
    for (const { caller = '' } of this.#past) past.set(caller, (past.get(caller) ?? 0) + 1);
    const readsOf = ({ caller }: Waiting) => (caller === undefined ? 0 : (past.get(caller) ?? 0));
    return [...firsts.values()].sort(
      (a, b) => order.indexOf(a.priority) - order.indexOf(b.priority) || readsOf(a) - readsOf(b),
    );
  }

  #note(caller: string | undefined): void {
    const now = this.now();
    const longest = Math.max(...this.limits.map(({ ms }) => ms));
    this.#past = [...this.#past.filter(({ at }) => at > now - longest), { at: now, caller }];
  }
}

/** How many reads of one limit are open to a priority. */
const allowed = (max: number, priority: ReadPriority) => Math.max(1, Math.floor(max * share[priority]));
