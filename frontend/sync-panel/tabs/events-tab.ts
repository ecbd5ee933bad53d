import { html, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { EventCount, EventFilter, EventLine, EventPage } from '../../../bff/contract/admin/events.ts';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import { exactText, momentText } from '../../i18n/format.ts';
import { ActionController } from '../../shared/controllers/action.ts';
import { Pages } from '../../shared/controllers/pages.ts';
import { type RetryPlan, retryDialog } from '../dialogs/retry-dialog.ts';
import { actionNotice } from '../parts/action-notice.ts';
import {
  chooser,
  daysFilter,
  filterStyles,
  invoiceFilter,
  isAny,
  moreFilters,
  textFilter,
} from '../parts/filter-fields.ts';
import { invoiceLink } from '../parts/invoice-links.ts';
import { empty, moreOf, refreshButton, whenRead } from '../parts/list-states.ts';
import { stateChip } from '../parts/state-chip.ts';
import { tableOf } from '../parts/table-of.ts';
import { causeLabel, eventCauses } from '../text/cause-label.ts';
import { eventState, eventStates, outcomeText } from '../text/event-lines.ts';
import { panelStyles, tableStyles } from '../view/panel.styles.ts';
import { eventFilter, withInstants } from './list-question.ts';
import { PanelTab } from './panel-tab.ts';

/** What is asked for less often. */
const secondary = ['causes', 'invoice', 'creditor', 'from', 'to'];

type Rest = Pick<EventPage, 'searched' | 'searchedTo'>;

/**
 * Everything that Billecta has sent, to look through and to have applied again.
 *
 * @property status - which events there are
 */
export class EventsTab extends PanelTab {
  static override styles = [panelStyles, tableStyles, filterStyles];

  @property({ attribute: false }) status?: AdminStatus;

  readonly #events = new Pages<EventLine, Rest>(this);
  @state() private plan: RetryPlan<EventFilter> | undefined;
  readonly #action = new ActionController(this);

  protected override willUpdate(): void {
    const question = withInstants(this.route.query);
    this.#events.follow(JSON.stringify(question), async (after) => {
      const { events, next, searched, searchedTo } = await this.client.events({ ...question, after });
      return { rows: events, next, rest: { searched, searchedTo } };
    });
  }

  protected override render(): unknown {
    const { t } = this;
    return html`<div class="stack">
      ${this.#filters()}
      ${actionNotice(this.#action, t)}
      ${whenRead(this.#events, t, (events) => this.#list(events))}
      ${this.plan ? this.#dialog(this.plan) : nothing}
    </div>`;
  }

  #dialog(plan: RetryPlan<EventFilter>): unknown {
    const act = {
      confirm: () => this.#retry(plan.scope),
      close: () => {
        if (plan.preview === null) this.#action.cancel();
        this.#close();
      },
    };
    return retryDialog(plan, this.#action.busy, act, this.t);
  }

  #filters(): unknown {
    const { t, set } = this;
    const { query } = this.route;
    const names = (this.status?.supported ?? []).map((value) => ({ value, text: value }));
    return html`<div class="filters" role="search">
        ${textFilter('q', t.panel('events.search'), query.q, { choose: set('q'), look: { help: t.panel('events.search.help'), icon: 'search' } })}
        ${chooser(
          'states',
          t.panel('events.state'),
          eventStates.map((value) => ({ value, text: t.panel(`event-state.${value}`) })),
          { value: query.states, t, choose: set('states') },
        )}
        ${chooser('event', t.panel('events.event'), names, { value: query.event, t, choose: set('event') })}
      </div>
      ${moreFilters(
        isAny(query, secondary),
        html`${chooser(
          'causes',
          t.panel('events.cause'),
          eventCauses.map((value) => ({ value, text: causeLabel(value, t) })),
          { value: query.causes, t, choose: set('causes') },
        )}
        ${invoiceFilter(query, t, set)}
        ${textFilter('creditor', t.panel('events.creditor'), query.creditor, { choose: set('creditor') })}
        ${daysFilter(query, t, set)}`,
        t,
      )}
      <div class="row">
        ${refreshButton(this.#events, t)}
        ${this.clearLink()}
        ${
          this.#events.rows?.length && !query.q
            ? html`<limel-button
                data-button="retry-matching"
                outlined
                .label=${t.panel('events.retry-matching')}
                @click=${() => this.#ask()}
              ></limel-button>`
            : nothing
        }
      </div>`;
  }

  #list(events: readonly EventLine[]): unknown {
    const { t, isNarrowed } = this;
    const { next, rest } = this.#events;
    const searchedTo = rest?.searchedTo
      ? html`<p class="quiet">${t.panel('list.searched-to', { when: momentText(rest.searchedTo, t.locale) })}</p>`
      : nothing;
    const searched =
      rest?.searched === 'bodies' && this.route.query.q
        ? html`<p class="quiet">${t.panel('events.searched.bodies')}</p>`
        : nothing;
    return html`
      ${searched}
      ${
        events.length > 0
          ? this.#table(events)
          : next !== null
            ? html`<p class="quiet">${t.panel('events.none-so-far')}</p>`
            : isNarrowed
              ? empty('search', t.panel('events.no-match'))
              : empty('inbox', t.panel('events.none'), t.panel('events.none.text'))
      }
      ${next === null ? nothing : searchedTo}
      ${moreOf(this.#events, t.panel(isNarrowed ? 'list.on' : 'list.more'))}
    `;
  }

  #table(events: readonly EventLine[]): unknown {
    const { t } = this;
    const { now } = this.clock;
    const columns = [
      t.panel('events.received'),
      t.panel('events.event'),
      t.panel('filter.invoice'),
      t.panel('events.state'),
      t.panel('events.outcome'),
    ];
    return tableOf(
      columns,
      events,
      (event) => html`<tr data-event=${event.id}>
            <td class="time" data-label=${columns[0]}>${exactText(event.receivedAt, t.locale)}</td>
            <td data-label=${columns[1]}><a href=${this.link('events', String(event.id))}>${event.event ?? t.panel('events.unknown-name')}</a></td>
            <td data-label=${columns[2]}>${event.invoice ? invoiceLink(event.invoice, t) : (event.subject ?? '')}</td>
            <td data-label=${columns[3]}>${stateChip(...eventState(event, t))}</td>
            <td data-label=${columns[4]}>${outcomeText(event, now, t)}</td>
          </tr>`,
    );
  }

  /** First how many, which is quick; then what each would come to. */
  #ask(): void {
    const scope = eventFilter(this.route.query);
    this.plan = { scope, count: null, preview: null };
    const preview = (count: EventCount) =>
      this.#action.run(
        () => this.client.retryEvents(scope, true),
        (answer) => {
          this.plan = { scope, count, preview: answer };
        },
        this.#close,
      );
    void this.#action.run(
      () => this.client.countEvents(scope),
      (count) => {
        this.plan = { scope, count, preview: null };
        void preview(count);
      },
      this.#close,
    );
  }

  async #retry(scope: EventFilter): Promise<void> {
    await this.#action.run(
      () => this.client.retryEvents(scope, false),
      ({ requeued }) => {
        this.#close();
        return this.t.panel('retry.done', { count: requeued });
      },
      this.#close,
    );
    this.emitChanged();
    await this.#events.refresh();
  }

  #close = (): void => {
    this.plan = undefined;
  };
}
