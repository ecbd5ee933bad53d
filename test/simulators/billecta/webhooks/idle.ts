/** Counts what is under way, and tells when nothing is. */
export class Idle {
  #underWay = 0;
  #waiting: (() => void)[] = [];

  /** Counts the work until it ends, well or badly: work that is cut off on closing ends badly. */
  track(work: Promise<unknown>): void {
    this.#underWay += 1;
    const ended = () => {
      this.#underWay -= 1;
      if (this.#underWay > 0) return;
      for (const tell of this.#waiting.splice(0)) tell();
    };
    work.then(ended, ended);
  }

  reached(): Promise<void> {
    if (this.#underWay === 0) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
