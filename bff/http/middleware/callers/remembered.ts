/** Remembers names for a time, up to a limit; evicts the oldest first. */
export class Remembered {
  readonly #until = new Map<string, number>();

  /**
   * @param lasts - ms
   * @param now - only ever goes forward, ms
   */
  constructor(
    private readonly lasts: number,
    private readonly atMost: number,
    private readonly now: () => number,
  ) {}

  has(name: string): boolean {
    return (this.#until.get(name) ?? 0) > this.now();
  }

  add(name: string): void {
    // Deleted first, since a key that is set again would keep its old place among the oldest.
    this.#until.delete(name);
    this.#until.set(name, this.now() + this.lasts);
    const [oldest] = this.#until.keys();
    if (this.#until.size > this.atMost && oldest !== undefined) this.#until.delete(oldest);
  }

  delete(name: string): void {
    this.#until.delete(name);
  }
}
