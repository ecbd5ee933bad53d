import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { limeobjects, words } from '../host.ts';
import '../parts/action-menu.ts';
import { itemsFor, run } from '../parts/command-items.ts';
import { facts } from '../parts/facts.ts';
import { missing } from '../parts/missing.ts';
import '../parts/package-component.ts';
import { paymentList } from '../parts/payment-list.ts';
import { section } from '../parts/section.ts';
import { SeenAgain } from '../parts/seen-again.ts';
import type { LimeObject } from '../platform/lime-object.ts';
import { components, invoiceActions } from '../views.ts';
import { invoiceAmounts, invoiceDetails, invoiceFollowUp } from './invoice-facts.ts';
import { loadPayments, type PaymentRow } from './payment-rows.ts';

/**
 * `object/invoice/{id}`: the card of one invoice.
 *
 * @property invoice - its id
 */
@customElement('lime-invoice-card')
export class InvoiceCard extends LitElement {
  @property({ attribute: false }) invoice = 0;
  @state() private object: LimeObject | undefined;
  @state() private debtor = '';
  @state() private payments: PaymentRow[] = [];
  @state() private missing = false;
  #unsubscribe?: () => void;

  constructor() {
    super();
    new SeenAgain(this, () => {
      void this.#load();
      void this.#loadDebtor();
    });
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
    if (changed.has('invoice')) void this.#load();
  }

  override render() {
    if (this.missing) return missing(words.notFound);
    if (!this.object) return html`<limel-spinner size="medium" .limeBranded=${false}></limel-spinner>`;
    const context = { limetype: 'invoice', id: this.invoice };
    const ours = html`
      <lime-package-component .name=${components.card} .context=${context}></lime-package-component>
    `;
    return html`
      <limel-header
        icon="invoice"
        .heading=${`${words.invoice} ${this.object.descriptive}`}
        .subheading=${this.debtor}
      >
        <lime-action-menu
          slot="actions"
          .items=${itemsFor(invoiceActions.card)}
          @run=${({ detail }: CustomEvent<string>) => run(detail, { context: { ...context } })}
        ></lime-action-menu>
      </limel-header>
      <div class="card">
        <div class="column">
          ${section('details', words.details, facts(invoiceDetails(this.object, this.debtor)))}
          ${section('amounts', words.amounts, facts(invoiceAmounts(this.object)))}
          ${section('follow-up', words.followUp, facts(invoiceFollowUp(this.object)))}
        </div>
        <div class="column">
          ${section('billecta', 'Billecta', ours)}
          ${section('payments', words.payments, paymentList(this.payments))}
        </div>
      </div>
    `;
  }

  async #load(): Promise<void> {
    try {
      await limeobjects.loadObject('invoice', this.invoice);
      this.missing = false;
    } catch {
      this.missing = true;
    }
  }

  #read(): void {
    const before = this.object;
    this.object = limeobjects.getObject('invoice', this.invoice);
    if (!this.object) return;
    if (this.object !== before) void this.#loadPayments();
    document.title = `${words.invoice} ${this.object.descriptive} – Lime CRM`;
    const debtor = limeobjects.getObject('debtor', Number(this.object.debtor));
    if (debtor) this.debtor = String(debtor.descriptive);
    else void this.#loadDebtor();
  }

  async #loadDebtor(): Promise<void> {
    const id = Number(this.object?.debtor);
    if (id) await limeobjects.loadObject('debtor', id);
  }

  async #loadPayments(): Promise<void> {
    this.payments = await loadPayments({ key: 'invoice', op: '=', exp: this.invoice });
  }
}
