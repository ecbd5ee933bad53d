/** What is being asked about, so that a double click opens one dialog. */
export class UnderWay<Key> {
  readonly #turns = new Map<Key, symbol>();

  /** @returns how to end it, which may be called more than once; undefined while the same is under way */
  begin(key: Key): (() => void) | undefined {
    if (this.#turns.has(key)) return undefined;
    const turn = Symbol();
    this.#turns.set(key, turn);
    return () => {
      if (this.#turns.get(key) === turn) this.#turns.delete(key);
    };
  }
}
