import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import '../pages/debtor-card.ts';
import '../pages/invoice-card.ts';
import '../pages/invoice-table.ts';
import '../pages/payment-table.ts';
import '../pages/web-admin.ts';
import { delivery, events, navigator } from '../host.ts';
import { type Page, pageAt } from './route.ts';
import '../parts/package-component.ts';
import './navigation-rail.ts';
import './top-bar.ts';

/** The whole client: rail, top bar and the page of the current URL. */
@customElement('lime-client')
export class LimeClient extends LitElement {
  @state() private page: Page = pageAt(navigator.getLocation().path);

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    events.addListener('navigate', () => {
      this.page = pageAt(navigator.getLocation().path);
    });
  }

  override render() {
    delivery.moveTo(this.page.context);
    return html`
      <lime-rail .page=${this.page.kind}></lime-rail>
      <div class="workspace">
        <lime-top-bar></lime-top-bar>
        <div class="banners"></div>
        <main>${this.#content()}</main>
      </div>
    `;
  }

  #content() {
    switch (this.page.kind) {
      case 'table':
        return html`<lime-invoice-table></lime-invoice-table>`;
      case 'card':
        return html`<lime-invoice-card .invoice=${this.page.context.id}></lime-invoice-card>`;
      case 'payments':
        return html`<lime-payment-table></lime-payment-table>`;
      case 'debtor':
        return html`<lime-debtor-card .debtor=${this.page.context.id}></lime-debtor-card>`;
      case 'package':
        return html`<div class="admin"><lime-package-component .name=${this.page.component} .context=${this.page.context}></lime-package-component></div>`;
      case 'admin':
        return html`<lime-web-admin></lime-web-admin>`;
    }
  }
}
