import { Fault } from '../../../services/shared/fault.ts';

/** Open streams of one caller: a browser has six connections, and a person a few windows. */
const ofOneCaller = 10;

/** How soon another try makes sense, s. */
const retryAfter = 30;

/** Counts the live streams that are open, in all and of each caller. */
export class LiveSlots {
  readonly #open = new Map<string, number>();
  #total = 0;

  /** @param inAll - how many may be open */
  constructor(private readonly inAll: number) {}

  /**
   * Reserves a slot for a stream.
   *
   * @returns releases it; once
   * @throws Fault `too-many-streams`
   */
  acquire(caller: string): () => void {
    const own = this.#open.get(caller) ?? 0;
    if (own >= ofOneCaller || this.#total >= this.inAll)
      throw new Fault('too-many-streams', 'Too many live streams are open. Close some, or wait a moment.', {
        retryAfter,
      });
    this.#open.set(caller, own + 1);
    this.#total += 1;
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.#total -= 1;
      const left = (this.#open.get(caller) ?? 1) - 1;
      if (left > 0) this.#open.set(caller, left);
      else this.#open.delete(caller);
    };
  }
}
