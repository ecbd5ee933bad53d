import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { boot } from '../boot.ts';
import { amount, day } from '../format.ts';
import { limeobjects, navigator, words } from '../host.ts';
import { SeenAgain } from '../parts/seen-again.ts';
import { loadPayments, type PaymentRow } from './payment-rows.ts';

const columns = [
  { title: words.paymentdate, field: 'paymentdate', formatter: day },
  { title: words.paymenttype, field: 'kindText' },
  { title: words.amount, field: 'amount', horizontalAlign: 'right', formatter: amount },
  { title: words.invoice, field: 'invoicenumber' },
  { title: words.debtor, field: 'debtor' },
  { title: words.sendername, field: 'sendername' },
  { title: words.paymentmean, field: 'paymentmean' },
  { title: words.reference, field: 'reference' },
];

/** `table-view/payment`: all payments, also those that belong to no invoice. A row leads to its invoice. */
@customElement('lime-payment-table')
export class PaymentTable extends LitElement {
  @state() private rows: PaymentRow[] | undefined;
  #unsubscribe?: () => void;

  constructor() {
    super();
    new SeenAgain(this, () => void this.#load());
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = `${words.payments} – Lime CRM`;
    this.#unsubscribe = limeobjects.subscribe(() => void this.#load());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  override render() {
    return html`
      <limel-header icon="money" .heading=${words.payments}></limel-header>
      <limel-table
        mode="local"
        layout="stretchLastColumn"
        .columns=${columns}
        .data=${this.rows ?? []}
        .loading=${!this.rows}
        .language=${boot.language}
        .emptyMessage=${words.noPayments}
        @activate=${this.#open}
      ></limel-table>
    `;
  }

  async #load(): Promise<void> {
    this.rows = await loadPayments();
  }

  readonly #open = ({ detail }: CustomEvent<PaymentRow>) => {
    if (detail.invoice) navigator.navigate(`/object/invoice/${detail.invoice}`);
  };
}
