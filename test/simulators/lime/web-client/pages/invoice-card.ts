import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { limeobjects, navigator, words } from '../host.ts';
import '../parts/action-menu.ts';
import { itemsFor, run } from '../parts/command-items.ts';
import '../parts/package-component.ts';
import type { LimeObject } from '../platform/lime-object.ts';
import { components, invoiceActions } from '../views.ts';
import { invoiceFacts } from './invoice-facts.ts';

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
  @state() private missing = false;
  #unsubscribe?: () => void;

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
    if (this.missing) return this.#renderMissing();
    if (!this.object) return html`<limel-spinner size="medium" .limeBranded=${false}></limel-spinner>`;
    const context = { limetype: 'invoice', id: this.invoice };
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
        <section aria-labelledby="details-heading">
          <h2 id="details-heading">${words.details}</h2>
          ${invoiceFacts(this.object, this.debtor)}
        </section>
        <section aria-labelledby="billecta-heading">
          <h2 id="billecta-heading">Billecta</h2>
          <lime-package-component .name=${components.card} .context=${context}></lime-package-component>
        </section>
      </div>
    `;
  }

  #renderMissing() {
    const back = () => navigator.navigate('/table-view/invoice');
    return html`
      <div class="missing">
        <p>${words.notFound}</p>
        <limel-button .label=${words.back} @click=${back}></limel-button>
      </div>
    `;
  }

  async #load(): Promise<void> {
    this.missing = false;
    try {
      await limeobjects.loadObject('invoice', this.invoice);
    } catch {
      this.missing = true;
    }
  }

  #read(): void {
    this.object = limeobjects.getObject('invoice', this.invoice);
    if (!this.object) return;
    document.title = `${words.invoice} ${this.object.descriptive} – Lime CRM`;
    const id = Number(this.object.debtor);
    const debtor = limeobjects.getObject('debtor', id);
    if (debtor) this.debtor = String(debtor.descriptive);
    else if (id) void limeobjects.loadObject('debtor', id);
  }
}
