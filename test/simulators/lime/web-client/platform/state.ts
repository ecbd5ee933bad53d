/** How a subscriber reads a state: steps applied one after the other, and tests that let a change through. */
export interface StateOptions {
  map?: readonly ((state: unknown) => unknown)[];
  filter?: readonly ((state: unknown) => boolean)[];
  /** What the functions are bound to. */
  context?: unknown;
}

type Callback = (state: unknown) => void;

/** The part that all `state.*` services share: the current state at once, then each change. */
export class State<T> {
  readonly #listeners = new Set<() => void>();

  constructor(protected current: T) {}

  subscribe(callback: Callback, options: StateOptions = {}): () => void {
    const { map = [], filter = [], context } = options;
    let last: { value: unknown } | undefined;
    const listener = () => {
      const value = map.reduce<unknown>((state, step) => step.call(context, state), this.current);
      if ((last && last.value === value) || !filter.every((test) => test.call(context, value))) return;
      last = { value };
      callback(value);
    };
    this.#listeners.add(listener);
    listener();
    return () => this.#listeners.delete(listener);
  }

  protected set(state: T): void {
    this.current = state;
    for (const listener of [...this.#listeners]) listener();
  }
}
