import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { AdminClient } from '../../bff/admin/admin-client.ts';
import { addressOf, goTo } from '../../host/address.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { ClockController } from '../../shared/controllers/clock.ts';
import { formatRoute, type PanelRoute, type Tab } from '../view/panel-route.ts';

/** How often the ages shown are updated, ms. */
const tick = 5_000;

/**
 * What the panel's tabs share.
 *
 * @property client - the BFF
 * @property route - what to show of the tab
 * @property t - the texts
 * @fires changed - something was done that may change the panel's first sentence
 */
export abstract class PanelTab extends LitElement {
  @property({ attribute: false }) client!: AdminClient;
  @property({ attribute: false }) route!: PanelRoute;
  @property({ attribute: false }) t!: PanelTranslator;

  protected readonly clock = new ClockController(this, tick);

  protected link(tab: Tab, id: string | null = null, query: Record<string, string> = {}): string {
    return addressOf(formatRoute({ tab, id, query }));
  }

  protected get isNarrowed(): boolean {
    return Object.keys(this.route.query).length > 0;
  }

  /** Shows the whole list again; only where it is narrowed. */
  protected clearLink(): unknown {
    if (!this.isNarrowed) return nothing;
    return html`<a href=${this.link(this.route.tab)}>${this.t.panel('filter.clear')}</a>`;
  }

  /** What a filter of this name calls with the value chosen. */
  protected readonly set = (name: string) => (value: string) => this.narrow({ [name]: value });

  /** Narrows the list, in the address too. */
  protected narrow(change: Record<string, string>): void {
    const { tab, query } = this.route;
    goTo(formatRoute({ tab, query: { ...query, ...change } }), { replace: true });
  }

  protected emitChanged(): void {
    this.dispatchEvent(new CustomEvent('changed', { bubbles: true, composed: true }));
  }
}
