import { LRUCache } from 'lru-cache';
import type { InvoiceStatus } from '../../../contract/invoice-status.ts';
import type { LiveEvents } from '../../../contract/live.ts';
import { Channel, keyIn } from './channel.ts';

/** An event of the stream, by its name. */
type LiveMessage = { [E in keyof LiveEvents]: { event: E; data: LiveEvents[E] } }[keyof LiveEvents];

/** How many invoices with copies are remembered; evicts the least recently opened first. */
const twinsAtMost = 1_000;

/** Carries changes to the open pages that show the invoice, by Lime id. */
export class LiveChannel extends Channel<LiveMessage> {
  /** Further Lime ids of an invoice, by ActionPublicId: of copied records that were opened of late. */
  readonly #twins = new LRUCache<string, Set<number>>({ max: twinsAtMost });

  /** Records that a Lime invoice has the ActionPublicId of another one. */
  alsoKnownAs(database: string, actionPublicId: string, limeId: number): void {
    const invoice = keyIn(database, actionPublicId);
    const twins = this.#twins.peek(invoice) ?? new Set();
    this.#twins.set(invoice, twins.add(limeId));
  }

  /** The Lime ids of an invoice that a page shows. */
  watchedIds(database: string, actionPublicId: string, limeId: number | null): number[] {
    const ids = new Set(this.#twins.peek(keyIn(database, actionPublicId)));
    if (limeId !== null) ids.add(limeId);
    return [...ids].filter((id) => this.isWatched(database, id));
  }

  publishStatus(database: string, status: InvoiceStatus): void {
    this.publish(database, status.limeId, { event: 'invoice', data: status });
  }

  /** Publishes that Lime's own fields of the invoice have been written. */
  publishWritten(database: string, limeId: number): void {
    this.publish(database, limeId, { event: 'written', data: { limeId } });
  }
}
