import { LRUCache } from 'lru-cache';
import type { InvoiceStatus } from '../../contract/invoice-status.ts';
import type { LiveEvents } from '../../contract/live.ts';

/** An event of the stream, by its name. */
export type LiveMessage = { [E in keyof LiveEvents]: { event: E; data: LiveEvents[E] } }[keyof LiveEvents];

type Listener = (message: LiveMessage) => void;

/** How many invoices with copies are remembered; evicts the least recently opened first. */
const twinsAtMost = 1_000;

/** Carries changes to the open pages that show the invoice. Stores nothing. */
export class LiveChannel {
  readonly #listeners = new Map<string, Set<Listener>>();
  /** Further Lime ids of an invoice, by ActionPublicId: of copied records that were opened of late. */
  readonly #twins = new LRUCache<string, Set<number>>({ max: twinsAtMost });

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

  /** Records that a Lime invoice has the ActionPublicId of another one. */
  alsoKnownAs(database: string, actionPublicId: string, limeId: number): void {
    const watched = key(database, actionPublicId);
    const twins = this.#twins.peek(watched) ?? new Set();
    this.#twins.set(watched, twins.add(limeId));
  }

  /** The Lime ids of an invoice that a page shows. */
  watchedIds(database: string, actionPublicId: string, limeId: number | null): number[] {
    const ids = new Set(this.#twins.peek(key(database, actionPublicId)));
    if (limeId !== null) ids.add(limeId);
    return [...ids].filter((id) => this.isWatched(database, id));
  }

  publish(database: string, status: InvoiceStatus): void {
    this.#notify(database, status.limeId, { event: 'invoice', data: status });
  }

  /** Publishes that Lime's own fields of the invoice have been written. */
  publishWritten(database: string, limeId: number): void {
    this.#notify(database, limeId, { event: 'written', data: { limeId } });
  }

  #notify(database: string, limeId: number, message: LiveMessage): void {
    for (const listener of this.#listeners.get(key(database, limeId)) ?? []) listener(message);
  }
}

const key = (database: string, id: number | string) => `${database}/${id}`;
