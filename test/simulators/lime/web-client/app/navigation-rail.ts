import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { boot } from '../boot.ts';
import { navigator, words } from '../host.ts';
import type { Page } from './route.ts';

/** The rail of applications at the left, along the bottom of a narrow window. */
@customElement('lime-rail')
export class NavigationRail extends LitElement {
  @property({ attribute: false }) page: Page['kind'] = 'table';

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    return html`
      <nav aria-label="Lime CRM">
        <span class="mark" aria-hidden="true"></span>
        ${this.#table('invoice', 'invoice', words.invoices, ['table', 'card'])}
        ${this.#table('payment', 'money', words.payments, ['payments'])}
        ${
          boot.user.admin
            ? this.#entry(
                `${boot.basePath}/webadmin`,
                'settings',
                words.administration,
                this.page === 'admin',
              )
            : ''
        }
      </nav>
    `;
  }

  #table(limetype: string, icon: string, label: string, pages: Page['kind'][]) {
    const path = `/table-view/${limetype}`;
    return this.#entry(
      navigator.createUrl({ path }),
      icon,
      label,
      pages.includes(this.page),
      (event: Event) => this.#follow(event, path),
    );
  }

  #entry(href: string, icon: string, label: string, current: boolean, follow?: (event: Event) => void) {
    return html`
      <a href=${href} aria-current=${current ? 'page' : 'false'} @click=${follow}>
        <limel-icon name=${icon} size="medium" aria-hidden="true"></limel-icon>
        <span>${label}</span>
      </a>
    `;
  }

  #follow(event: Event, path: string): void {
    if (this.page === 'admin') return;
    event.preventDefault();
    navigator.navigate(path);
  }
}
