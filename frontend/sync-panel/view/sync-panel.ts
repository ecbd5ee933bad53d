import { html, nothing } from 'lit';
import { invoiceLimetype } from '../../bff/invoice-limetype.ts';
import { ConnectedElement } from '../../shared/connected-element.ts';

/**
 * The sync status panel, for Lime Admin's page and as a route of the web client: whether invoices are kept in step with
 * Billecta, and what to do when they are not. For administrators; other users see a message that says so.
 *
 * Connects the view beside it, which is fetched when the panel is first opened, with Lime; shows nothing itself.
 */
export class SyncPanel extends ConnectedElement {
  override connectedCallback(): void {
    super.connectedCallback();
    void import('./define-sync-panel-view.ts');
  }

  protected override render(): unknown {
    if (!this.application) return nothing;
    // The panel's links lead to pages of the limetype.
    void invoiceLimetype(this.application.name).known();
    return html`<lwc-limepkg-billecta-integration-sync-panel-view
      .application=${this.application}
    ></lwc-limepkg-billecta-integration-sync-panel-view>`;
  }
}
