import type { PropertyValues } from 'lit';
import { property, state } from 'lit/decorators.js';
import { invoiceLimetype } from '../bff/invoice-limetype.ts';
import { ConnectedElement } from './connected-element.ts';
import { type InvoiceRow, type ShownRecord, shownRecord } from './shown-record.ts';

/**
 * What our elements about one invoice share: they find out which record they stand on, and show nothing on anything but
 * an invoice.
 *
 * @property limeId - the invoice's id in Lime; otherwise the record that the element stands on
 */
export abstract class InvoiceElement extends ConnectedElement {
  @property({ type: Number, attribute: 'lime-id' }) limeId?: number;

  @state() protected record: ShownRecord = { kind: 'other' };

  #application?: string | undefined;
  #stopWatching?: () => void;

  /** In a table: the row that the element is a cell of. */
  protected get row(): InvoiceRow | undefined {
    return undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
    this.#application = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.application) return;
    const { name } = this.application;
    if (this.isConnected && name !== this.#application) this.#watch(name);
    const place = { limeId: this.limeId, row: this.row, context: this.hostContext };
    this.record = shownRecord(place, invoiceLimetype(name).name);
  }

  #watch(application: string): void {
    this.#stopWatching?.();
    this.#application = application;
    this.#stopWatching = invoiceLimetype(application).subscribe(() => this.requestUpdate());
  }
}
