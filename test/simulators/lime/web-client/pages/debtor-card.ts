import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { amount, day } from '../format.ts';
import { limeobjects, words } from '../host.ts';
import { facts } from '../parts/facts.ts';
import { link } from '../parts/link.ts';
import { missing } from '../parts/missing.ts';
import '../parts/package-component.ts';
import { paymentList } from '../parts/payment-list.ts';
import { section } from '../parts/section.ts';
import { SeenAgain } from '../parts/seen-again.ts';
import type { LimeObject } from '../platform/lime-object.ts';
import { components } from '../views.ts';
import { debtorFacts } from './debtor-facts.ts';
import { type InvoiceRow, loadInvoices } from './invoice-rows.ts';
import { loadPayments, type PaymentRow } from './payment-rows.ts';

/**
 * `object/debtor/{id}`: the card of one debtor, with their invoices and payments. The package's card for invoices is
 * placed here too, as an administrator may have done by mistake; Lime puts a component wherever it is configured.
 *
 * @property debtor - its id
 */
@customElement('lime-debtor-card')
export class DebtorCard extends LitElement {
  @property({ attribute: false }) debtor = 0;
  @state() private object: LimeObject | undefined;
  @state() private invoices: InvoiceRow[] = [];
  @state() private payments: PaymentRow[] = [];
  @state() private missing = false;
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
    this.#unsubscribe = limeobjects.subscribe(() => this.#read());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('debtor')) void this.#load();
  }

  override render() {
    if (this.missing) return missing(words.debtorNotFound);
    if (!this.object) return html`<limel-spinner size="medium" .limeBranded=${false}></limel-spinner>`;
    const invoices = html`<ul class="rows">${this.invoices.map(invoiceItem)}</ul>`;
    return html`
      <limel-header icon="user" .heading=${String(this.object.descriptive)} .subheading=${words.debtor}></limel-header>
      <div class="card">
        ${section('details', words.details, facts(debtorFacts(this.object)))}
        <div class="column">
          ${section('invoices', words.invoices, invoices)}
          ${section('payments', words.payments, paymentList(this.payments))}
          <lime-package-component
            .name=${components.card}
            .context=${{ limetype: 'debtor', id: this.debtor }}
          ></lime-package-component>
        </div>
      </div>
    `;
  }

  async #load(): Promise<void> {
    try {
      await limeobjects.loadObject('debtor', this.debtor);
      this.missing = false;
    } catch {
      this.missing = true;
    }
  }

  #read(): void {
    const object = limeobjects.getObject('debtor', this.debtor);
    if (!object || object === this.object) return;
    this.object = object;
    document.title = `${object.descriptive} – Lime CRM`;
    void this.#loadRelated();
  }

  async #loadRelated(): Promise<void> {
    const filter = { key: 'debtor', op: '=', exp: this.debtor };
    [this.invoices, this.payments] = await Promise.all([loadInvoices(filter), loadPayments(filter)]);
  }
}

const invoiceItem = (invoice: InvoiceRow) => html`
  <li>
    ${link(`/object/invoice/${invoice.id}`, invoice.invoicenumber)}
    <span>${amount(invoice.amount)}</span>
    <span class="soft">${words.duedate} ${day(invoice.duedate)}</span>
  </li>
`;
