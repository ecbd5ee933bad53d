import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type InvoiceEntry, unread } from '../../bff/invoice-entry.ts';
import type { InvoiceStatuses } from '../../bff/invoice-statuses.ts';

/** Keeps an element subscribed to the status of the invoice it shows, while it is in the page. */
export class StatusController implements ReactiveController {
  entry: InvoiceEntry = unread;
  #statuses: InvoiceStatuses | undefined;
  #limeId: number | null = null;
  #unsubscribe: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Call with what to show whenever that may have changed. */
  follow(statuses: InvoiceStatuses, limeId: number): void {
    if (statuses === this.#statuses && limeId === this.#limeId) return;
    this.#statuses = statuses;
    this.#limeId = limeId;
    this.#subscribe();
  }

  /** Shows nothing. */
  leave(): void {
    if (this.#limeId === null) return;
    this.#limeId = null;
    this.#subscribe();
  }

  hostConnected(): void {
    if (!this.#unsubscribe) this.#subscribe();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  #subscribe(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.entry = unread;
    if (!this.#statuses || this.#limeId === null) return;
    this.#unsubscribe = this.#statuses.subscribe(this.#limeId, (entry) => {
      this.entry = entry;
      this.host.requestUpdate();
    });
  }
}
