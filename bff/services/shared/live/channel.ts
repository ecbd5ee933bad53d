/** Carries messages to the open pages that show what they are about. Stores nothing. */
export class Channel<Message> {
  readonly #listeners = new Map<string, Set<(message: Message) => void>>();

  /** @returns how to stop listening */
  subscribe(
    database: string,
    ids: ReadonlyArray<string | number>,
    listener: (message: Message) => void,
  ): () => void {
    const keys = ids.map((id) => keyIn(database, id));
    for (const key of keys) {
      const listeners = this.#listeners.get(key) ?? new Set();
      this.#listeners.set(key, listeners.add(listener));
    }
    return () => {
      for (const key of keys) {
        const listeners = this.#listeners.get(key);
        listeners?.delete(listener);
        if (listeners?.size === 0) this.#listeners.delete(key);
      }
    };
  }

  /** Whether any page is open at all. */
  get isSilent(): boolean {
    return this.#listeners.size === 0;
  }

  isWatched(database: string, id: string | number): boolean {
    return this.#listeners.has(keyIn(database, id));
  }

  publish(database: string, id: string | number, message: Message): void {
    for (const listener of this.#listeners.get(keyIn(database, id)) ?? []) listener(message);
  }
}

/** The key of an id that is unique in a Lime database. */
export const keyIn = (database: string, id: string | number) => `${database}/${id}`;
