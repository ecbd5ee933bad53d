/** Lets one at a time have what cannot be shared, in the order in which they asked. */
export class Turns {
  #last: Promise<void> = Promise.resolve();

  /** Resolves when it is the caller's turn. @returns ends the turn */
  async take(): Promise<() => void> {
    const before = this.#last;
    let end: () => void = () => undefined;
    this.#last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  }

  /** Asks something in a turn that ends as soon as it has been asked: whoever comes next need not wait for the answer. */
  async ask<T>(question: () => Promise<T>): Promise<T> {
    const end = await this.take();
    const answer = question();
    end();
    return answer;
  }
}
