import { html, nothing } from 'lit';
import { state } from 'lit/decorators.js';
import type { Checks } from '../../../bff/contract/admin/checks.ts';
import type { Reconciliation, Reconciliations } from '../../../bff/contract/admin/reconciliation.ts';
import { goTo } from '../../host/address.ts';
import { momentText } from '../../i18n/format.ts';
import { ActionController } from '../../shared/controllers/action.ts';
import { Resource } from '../../shared/controllers/resource.ts';
import { actionNotice } from '../parts/action-notice.ts';
import { chooser, filterStyles } from '../parts/filter-fields.ts';
import { empty, whenRead } from '../parts/list-states.ts';
import { runProgress } from '../parts/run-progress.ts';
import { stateChip } from '../parts/state-chip.ts';
import { tableOf } from '../parts/table-of.ts';
import { causeLabel } from '../text/cause-label.ts';
import { foundText, isUnderWay, runTones } from '../text/run-text.ts';
import { panelStyles, tableStyles } from '../view/panel.styles.ts';
import { formatRoute } from '../view/panel-route.ts';
import { PanelTab } from './panel-tab.ts';

const readEvery = 2_000;
const runsShown = '50';

/** Compares the stored statuses with Billecta's lists: now, and what earlier comparisons found. */
export class ReconciliationTab extends PanelTab {
  static override styles = [panelStyles, tableStyles, filterStyles];

  readonly #runs = new Resource<Reconciliations>(this, readEvery);
  /** For the creditors' names; without them, all creditors can still be compared. */
  readonly #checks = new Resource<Checks>(this);
  @state() private creditor = '';
  readonly #action = new ActionController(this);

  protected override willUpdate(): void {
    const { before } = this.route.query;
    this.#runs.follow(`before ${before}`, () => this.client.reconciliations({ limit: runsShown, before }));
    this.#checks.follow('checks', () => this.client.checks());
  }

  protected override render(): unknown {
    const { t } = this;
    return html`<div class="stack">
      <div class="row">
        ${this.#creditors()}
        <limel-button
          data-button="reconcile"
          primary
          icon="synchronize"
          .label=${t.panel('runs.now')}
          .disabled=${this.#action.busy}
          @click=${() => this.#action.busy || this.#start()}
        ></limel-button>
      </div>
      ${actionNotice(this.#action, t)}
      ${whenRead(this.#runs, t, ({ runs, next }) =>
        runs.length === 0
          ? empty('scales', t.panel('runs.none'), t.panel('runs.none.text'))
          : html`${this.#table(runs)}
              ${next === null ? nothing : html`<a href=${this.link('reconciliation', null, { before: next })}>${t.panel('list.more')}</a>`}`,
      )}
    </div>`;
  }

  #creditors(): unknown {
    const { t } = this;
    const check = this.#checks.data?.checks.find((each) => each.id === 'billecta-creditors');
    const creditors = check?.id === 'billecta-creditors' ? check.creditors : [];
    if (creditors.length < 2) return nothing;
    const options = creditors.map(({ creditorPublicId, name }) => ({
      value: creditorPublicId,
      text: name ?? creditorPublicId,
    }));
    return chooser('creditor', t.panel('runs.creditor'), options, {
      value: this.creditor,
      t,
      choose: (value) => {
        this.creditor = value;
      },
    });
  }

  #table(runs: readonly Reconciliation[]): unknown {
    const { t } = this;
    const columns = [
      t.panel('commands.when'),
      t.panel('tab.reconciliation'),
      t.panel('events.state'),
      t.panel('events.outcome'),
      t.panel('commands.by'),
    ];
    return tableOf(
      columns,
      runs,
      (run) => html`<tr data-run=${run.id}>
            <td class="time" data-label=${columns[0]}>${momentText(run.startedAt, t.locale)}</td>
            <td data-label=${columns[1]}><a href=${this.link('reconciliation', run.id)}>${t.panel(`runs.kind.${run.kind}`)}</a></td>
            <td data-label=${columns[2]}>${stateChip(runTones[run.state], t.panel(`runs.state.${run.state}`))}</td>
            <td data-label=${columns[3]}>${isUnderWay(run) ? runProgress(run, t) : nothing}${run.failure ? causeLabel(run.failure.cause, t) : foundText(run, t)}</td>
            <td data-label=${columns[4]}>${run.startedBy === 'schedule' ? t.panel('runs.by.schedule') : run.startedBy}</td>
          </tr>`,
    );
  }

  async #start(): Promise<void> {
    await this.#action.run(
      () => this.client.reconcile(this.creditor || null),
      ({ id }) => {
        goTo(formatRoute({ tab: 'reconciliation', id }));
      },
    );
    this.emitChanged();
  }
}
