import { html, nothing } from 'lit';
import type { Drift, Reconciliation } from '../../../bff/contract/admin/reconciliation.ts';
import { momentText } from '../../i18n/format.ts';
import { Pages } from '../../shared/controllers/pages.ts';
import { Resource } from '../../shared/controllers/resource.ts';
import { invoiceLink } from '../parts/invoice-links.ts';
import { moreOf, whenRead } from '../parts/list-states.ts';
import { runProgress } from '../parts/run-progress.ts';
import { stateChip, type Tone } from '../parts/state-chip.ts';
import { tableOf } from '../parts/table-of.ts';
import { causeLabel } from '../text/cause-label.ts';
import { driftValue } from '../text/drift-text.ts';
import { foundText, isUnderWay, runTones } from '../text/run-text.ts';
import { panelStyles, tableStyles } from '../view/panel.styles.ts';
import { PanelTab } from './panel-tab.ts';

const readEvery = 2_000;

const tones: Record<NonNullable<Drift['resolved']>['outcome'], Tone> = {
  corrected: 'ok',
  overtaken: 'ok',
  'as-stored': 'ok',
  missing: 'error',
};

/** One reconciliation: how far it has come, and field by field what differed. */
export class RunDetailTab extends PanelTab {
  static override styles = [panelStyles, tableStyles];

  readonly #run = new Resource<Reconciliation>(this, readEvery);
  readonly #drift = new Pages<Drift>(this);

  protected override willUpdate(): void {
    const id = this.route.id ?? '';
    this.#run.follow(id, async () => (await this.client.reconciliation(id, { limit: '1' })).run);
    const { data: run } = this.#run;
    if (!run) return;
    const load = async (after: string | null) => {
      const { drift, next } = await this.client.reconciliation(id, { after, limit: '200' });
      return { rows: drift, next, rest: undefined };
    };
    // The list of what is found is read again as the run finds or resolves more.
    this.#drift.follow(id, load, `${run.found} ${run.resolved} ${run.state}`);
  }

  protected override render(): unknown {
    const { t } = this;
    return html`<div class="stack">
      <a href=${this.link('reconciliation')}>${t.panel('action.back')}</a>
      ${whenRead(this.#run, t, (run) => this.#all(run))}
    </div>`;
  }

  #all(run: Reconciliation): unknown {
    const { t } = this;
    return html`
      <div class="row between">
        <h3>${t.panel('run.heading', { id: run.id })}: ${t.panel(`runs.kind.${run.kind}`)}, ${momentText(run.startedAt, t.locale)}</h3>
        ${stateChip(runTones[run.state], t.panel(`runs.state.${run.state}`))}
      </div>
      ${isUnderWay(run) ? runProgress(run, t) : nothing}
      ${run.failure ? html`<p class="words">${causeLabel(run.failure.cause, t)}: ${run.failure.message}</p>` : nothing}
      ${run.creditors.length > 1 || run.creditors.some(({ failure }) => failure) ? this.#creditors(run) : nothing}
      <p>${foundText(run, t)}</p>
      <h4>${t.panel('run.drift')}</h4>
      ${whenRead(this.#drift, t, (drift) =>
        drift.length === 0
          ? html`<p class="quiet">${isUnderWay(run) ? '' : t.panel('run.drift.none')}</p>`
          : html`${this.#table(drift)}${moreOf(this.#drift, t.panel('list.more'))}`,
      )}
    `;
  }

  #creditors({ creditors }: Reconciliation): unknown {
    const { t } = this;
    return html`<ul class="quiet">${creditors.map(
      ({ creditorPublicId, compared, total, failure }) =>
        html`<li>${creditorPublicId}: ${failure ? failure.message : total === null ? '–' : t.panel('runs.compared', { count: compared, total })}</li>`,
    )}</ul>`;
  }

  #table(drift: readonly Drift[]): unknown {
    const { t } = this;
    const columns = [
      t.panel('filter.invoice'),
      t.panel('run.drift'),
      t.panel('run.before'),
      t.panel('run.after'),
      t.panel('events.outcome'),
      t.panel('events.event'),
    ];
    return tableOf(
      columns,
      drift,
      (each) => html`<tr data-drift=${each.field}>
            <td data-label=${columns[0]}>${invoiceLink(each, t)}</td>
            <td data-label=${columns[1]}>${t.panel(`drift.${each.field}`)}</td>
            <td data-label=${columns[2]}>${driftValue(each, each.before, t)}</td>
            <td data-label=${columns[3]}>${driftValue(each, each.after, t)}</td>
            <td data-label=${columns[4]}>${
              each.resolved
                ? stateChip(tones[each.resolved.outcome], t.panel(`drift.outcome.${each.resolved.outcome}`))
                : stateChip('warning', t.panel('drift.outcome.waiting'))
            }</td>
            <td data-label=${columns[5]}>${this.#events(each)}</td>
          </tr>`,
    );
  }

  /** The event that should have reported the change. */
  #events({ events, received }: Drift): unknown {
    const { t } = this;
    if (received)
      return html`<a href=${this.link('events', String(received.id))}>${t.panel('run.came', { id: String(received.id) })}</a>`;
    const [likeliest] = events;
    return likeliest ? t.panel('run.should', { event: likeliest }) : '–';
  }
}
