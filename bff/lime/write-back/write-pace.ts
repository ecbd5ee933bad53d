import { setTimeout as sleep } from 'node:timers/promises';
import { TokenBucket } from '../../services/shared/pacing/token-bucket.ts';

/** Keeps calls apart, so that no more than so many begin in a second, however many there are to make. */
export class WritePace {
  readonly #bucket: TokenBucket;

  constructor(perSecond: number) {
    this.#bucket = new TokenBucket({ burst: 1, perSecond });
  }

  /** Resolves when the next call may begin. @throws the signal's reason when it is aborted before */
  async enter(signal: AbortSignal): Promise<void> {
    const wait = this.#bucket.take(performance.now(), { maxWait: Number.POSITIVE_INFINITY });
    if (wait > 0) await sleep(wait, undefined, { signal });
  }
}
