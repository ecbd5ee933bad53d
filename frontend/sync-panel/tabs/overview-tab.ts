import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import { chartStyles, chartsOf } from '../charts/charts.ts';
import { tileStyles, tiles } from '../parts/tiles.ts';
import { unreadList, unreadStyles } from '../parts/unread-list.ts';
import { panelStyles } from '../view/panel.styles.ts';
import { PanelTab } from './panel-tab.ts';

/**
 * An overview of the parts of the service, what has not been marked as read, and charts of what has happened.
 *
 * @property status - what to show
 */
export class OverviewTab extends PanelTab {
  static override styles = [panelStyles, tileStyles, unreadStyles, ...chartStyles];

  @property({ attribute: false }) status!: AdminStatus;

  protected override render(): unknown {
    const { t, status } = this;
    const { now } = this.clock;
    return html`<div class="stack">
      ${tiles(status.tiles, now, t)} ${unreadList(status.unread, t)}
      ${chartsOf(status.charts, now, t)}
    </div>`;
  }
}
