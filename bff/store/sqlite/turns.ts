/** Ends a turn. */
export type End = () => void;

interface Waiting {
  alone: boolean;
  begin(): void;
}

/**
 * Who may write to the file: one alone, or any number of those who can share it, in the order in which they asked.
 * SQLite would have them wait for each other too, but by blocking and looking again.
 */
export class Turns {
  #sharing = 0;
  #alone = false;
  readonly #waiting: Waiting[] = [];

  /** Whether a caller has an exclusive turn now. */
  get isTaken(): boolean {
    return this.#alone;
  }

  /** Resolves when no other caller has a turn. @returns ends it */
  alone(): Promise<End> {
    return this.#acquire(true);
  }

  /** Resolves when no caller has an exclusive turn. @returns ends it */
  shared(): Promise<End> {
    return this.#acquire(false);
  }

  #acquire(alone: boolean): Promise<End> {
    return new Promise((resolve) => {
      this.#waiting.push({ alone, begin: () => resolve(this.#endOf(alone)) });
      this.#next();
    });
  }

  #endOf(alone: boolean): End {
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      if (alone) this.#alone = false;
      else this.#sharing -= 1;
      this.#next();
    };
  }

  #next(): void {
    for (let first = this.#waiting[0]; first; first = this.#waiting[0]) {
      if (this.#alone || (first.alone && this.#sharing > 0)) return;
      this.#waiting.shift();
      if (first.alone) this.#alone = true;
      else this.#sharing += 1;
      first.begin();
    }
  }
}
