import { html } from 'lit';
import { property } from 'lit/decorators.js';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import { chartStyles, chartsOf } from '../charts/charts.ts';
import { tileStyles, tiles } from '../parts/tiles.ts';
import { unreadList, unreadStyles } from '../parts/unread-list.ts';
import { panelStyles } from '../view/panel.styles.ts';
import { PanelTab } from './panel-tab.ts';

const spans = ['hours', 'days'] as const;

/**
 * An overview of the parts of the service, what has not been marked as read, and charts of what has happened.
 *
 * @property status - what to show
 */
export class OverviewTab extends PanelTab {
  static override styles = [panelStyles, tileStyles, unreadStyles, chartStyles];

  @property({ attribute: false }) status!: AdminStatus;

  protected override render(): unknown {
    const { t, status } = this;
    const { now } = this.clock;
    const span = this.route.query.span === 'days' ? 'days' : 'hours';
    return html`<div class="stack">
      ${tiles(status.tiles, now, t)} ${unreadList(status.unread, t)}
      <div class="row between">
        <h3>${t.panel('chart.heading')}</h3>
        <limel-button-group
          .value=${spans.map((id) => ({ id, title: t.panel(`chart.span.${id}`), selected: id === span }))}
          @change=${(event: CustomEvent<{ id: string }>) => this.narrow({ span: event.detail.id })}
        ></limel-button-group>
      </div>
      ${chartsOf(status.charts, span, now, t)}
    </div>`;
  }
}
