import { setTimeout as sleep } from 'node:timers/promises';

/** Keeps calls apart, so that no more than so many begin in a second, however many there are to make. */
export class WritePace {
  #next = 0;

  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Resolves when the next call may begin. @throws the signal's reason when it is aborted before */
  async enter(signal: AbortSignal): Promise<void> {
    const now = this.now();
    const at = Math.max(now, this.#next);
    this.#next = at + 1000 / this.perSecond;
    if (at > now) await sleep(at - now, undefined, { signal });
  }
}
