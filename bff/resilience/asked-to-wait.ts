/** The longest wait of a timer, ms; a longer one would end at once. */
export const longestTimer = 2 ** 31 - 1;

const nothing = () => undefined;

/**
 * A neighbour that has asked the service to wait. When the wait is over, one call tries whether it may be called again.
 */
export class AskedToWait {
  #until = Number.NEGATIVE_INFINITY;
  #probe: 'none' | 'due' | 'out' = 'none';

  /**
   * @param now - a clock that only goes forward, ms
   * @param over - called when the call that tried has its answer
   */
  constructor(
    private readonly now: () => number,
    private readonly over: () => void = nothing,
  ) {}

  /** Starts a wait that the neighbour has asked for. */
  wait(ms: number): void {
    this.#until = Math.max(this.#until, this.now() + Math.min(longestTimer, ms));
    this.#probe = 'due';
  }

  /** How long no call may be made yet, ms. */
  left(): number {
    return Math.max(0, this.#until - this.now());
  }

  /** Whether a call may be made now. */
  isOver(): boolean {
    return this.left() === 0 && this.#probe !== 'out';
  }

  /** Records that a call is made. @returns what to call when it has its answer, or none will come */
  enter(): () => void {
    if (this.#probe !== 'due') return nothing;
    this.#probe = 'out';
    return () => {
      if (this.#probe !== 'out') return;
      this.#probe = 'none';
      this.over();
    };
  }
}
