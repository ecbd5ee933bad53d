import type { TaskProgress } from '../../contract/task.ts';

type Listener = (progress: TaskProgress) => void;

/** Carries the progress of tasks to their owners' open pages. Stores nothing. */
export class TaskChannel {
  readonly #listeners = new Map<string, Set<Listener>>();

  /** @returns how to stop listening */
  subscribe(database: string, owner: string, listener: Listener): () => void {
    const key = keyOf(database, owner);
    const listeners = this.#listeners.get(key) ?? new Set();
    this.#listeners.set(key, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.#listeners.delete(key);
    };
  }

  isWatched(database: string, owner: string): boolean {
    return this.#listeners.has(keyOf(database, owner));
  }

  publish(database: string, owner: string, progress: TaskProgress): void {
    for (const listener of this.#listeners.get(keyOf(database, owner)) ?? []) listener(progress);
  }
}

const keyOf = (database: string, owner: string) => `${database}/${owner}`;
