/** How many ids one call may ask for. */
export const batchLimit = 200;

/** As long as it takes a table to render its cells (ms). */
const gatherFor = 16;

/**
 * Gathers the ids asked for while a page renders, and hands them on together, at most 200 at a time. A page that
 * is hidden asks for nothing until it is visible.
 */
export class IdBatch {
  readonly #ids = new Set<number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly handOn: (ids: number[]) => void) {}

  add(id: number): void {
    this.#ids.add(id);
    this.#timer ??= setTimeout(() => this.#flush(), gatherFor);
  }

  #flush(): void {
    if (document.hidden) {
      document.addEventListener('visibilitychange', () => this.#flush(), { once: true });
      return;
    }
    this.#timer = undefined;
    const ids = [...this.#ids];
    this.#ids.clear();
    for (let start = 0; start < ids.length; start += batchLimit)
      this.handOn(ids.slice(start, start + batchLimit));
  }
}
