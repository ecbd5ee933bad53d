import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { InvoiceStatuses } from '../../bff/invoice-statuses.ts';
import { whileNotTyping } from '../../host/while-not-typing.ts';

/** Notifies an element, while it is in the page, of invoices whose record in Lime has been written. */
export class ReloadController implements ReactiveController {
  #statuses: InvoiceStatuses | undefined;
  #stop: (() => void) | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly written: (limeId: number) => void,
  ) {
    host.addController(this);
  }

  /** @param statuses - undefined for no notifications */
  follow(statuses: InvoiceStatuses | undefined): void {
    if (statuses === this.#statuses) return;
    this.#statuses = statuses;
    this.#listen();
  }

  hostConnected(): void {
    if (!this.#stop) this.#listen();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #listen(): void {
    this.#stop?.();
    this.#stop = this.#statuses?.onWritten((limeId) => whileNotTyping(() => this.written(limeId)));
  }
}
