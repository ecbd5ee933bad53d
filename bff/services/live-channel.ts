import type { InvoiceStatus } from '../contract/invoice-status.ts';
import type { LiveEvents } from '../contract/live.ts';

/** An event of the stream, by its name. */
export type LiveMessage = { [E in keyof LiveEvents]: { event: E; data: LiveEvents[E] } }[keyof LiveEvents];

type Listener = (message: LiveMessage) => void;

/** Carries what is new to the open pages that show the invoice. Keeps nothing. */
export class LiveChannel {
  readonly #listeners = new Map<string, Set<Listener>>();

  /** @returns how to stop listening */
  subscribe(database: string, limeIds: readonly number[], listener: Listener): () => void {
    const keys = limeIds.map((limeId) => key(database, limeId));
    for (const each of keys) {
      const listeners = this.#listeners.get(each) ?? new Set();
      this.#listeners.set(each, listeners.add(listener));
    }
    return () => {
      for (const each of keys) {
        const listeners = this.#listeners.get(each);
        listeners?.delete(listener);
        if (listeners?.size === 0) this.#listeners.delete(each);
      }
    };
  }

  /** Whether any page is open at all. */
  get isSilent(): boolean {
    return this.#listeners.size === 0;
  }

  isWatched(database: string, limeId: number): boolean {
    return this.#listeners.has(key(database, limeId));
  }

  publish(database: string, status: InvoiceStatus): void {
    this.#tell(database, status.limeId, { event: 'invoice', data: status });
  }

  /** Tells that Lime's own fields of the invoice have been written. */
  publishWritten(database: string, limeId: number): void {
    this.#tell(database, limeId, { event: 'written', data: { limeId } });
  }

  #tell(database: string, limeId: number, message: LiveMessage): void {
    for (const listener of this.#listeners.get(key(database, limeId)) ?? []) listener(message);
  }
}

const key = (database: string, limeId: number) => `${database}/${limeId}`;
