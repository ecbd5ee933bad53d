import { css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Check, CheckState, Checks } from '../../../bff/contract/admin/checks.ts';
import { Resource } from '../../shared/controllers/resource.ts';
import { checkBody } from '../parts/check-body.ts';
import { whenRead } from '../parts/list-states.ts';
import { stateChip, type Tone } from '../parts/state-chip.ts';
import { panelStyles } from '../view/panel.styles.ts';
import { PanelTab } from './panel-tab.ts';

const tones: Record<CheckState, Tone> = { ok: 'ok', warning: 'warning', failed: 'error', unknown: 'quiet' };
const weight: Record<CheckState, number> = { failed: 0, unknown: 1, warning: 2, ok: 3 };

/** Whether everything is set up as it must be: failed checks first, each with how to fix it. */
export class ChecksTab extends PanelTab {
  static override styles = [
    panelStyles,
    css`
      .lines {
        display: grid;
        gap: 0.125rem;
        padding-left: 1rem;
        list-style: disc;
      }

      code {
        font-family: ui-monospace, monospace;
        font-size: 0.8125rem;
      }
    `,
  ];

  readonly #checks = new Resource<Checks>(this);

  protected override willUpdate(): void {
    this.#checks.follow('checks', () => this.client.checks());
  }

  protected override render(): unknown {
    const { t } = this;
    return html`<div class="stack">
      <div class="row">
        <limel-button
          data-button="refresh"
          icon="refresh"
          outlined
          .label=${t.panel('checks.again')}
          @click=${() => this.#checks.refresh()}
        ></limel-button>
        <span role="status" class="quiet">${this.#checks.loading ? t.panel('checks.looking') : ''}</span>
      </div>
      ${whenRead(this.#checks, t, ({ checks }) => this.#list(checks))}
    </div>`;
  }

  #list(checks: readonly Check[]): unknown {
    const { t } = this;
    const ordered = [...checks].sort((a, b) => weight[a.state] - weight[b.state]);
    return html`<ul class="stack">${repeat(
      ordered,
      ({ id }) => id,
      (check) => html`<li class="surface stack" data-check=${check.id} data-state=${check.state}>
        <div class="row between">
          <h3>${t.panel(`check.${check.id}`)}</h3>
          ${stateChip(tones[check.state], t.panel(`check.state.${check.state}`))}
        </div>
        ${checkBody(check, this.clock.now, t)}
      </li>`,
    )}</ul>`;
  }
}
