/** Another system's clock, by the `Date` of its last answer (RFC 9110, 6.6.1). */
export class RemoteClock {
  #last: { at: number; passed: number } | undefined;

  /** @param passed - ms since any moment, by a clock that only goes forward */
  constructor(private readonly passed: () => number) {}

  /** @param header - of an answer that has just arrived; ignored when it is no date */
  set(header: string | string[] | undefined): void {
    const at = typeof header === 'string' ? Date.parse(header) : Number.NaN;
    if (!Number.isNaN(at)) this.#last = { at, passed: this.passed() };
  }

  /** Null until an answer with a date has arrived. */
  now(): Date | null {
    return this.#last ? new Date(this.#last.at + this.passed() - this.#last.passed) : null;
  }
}
