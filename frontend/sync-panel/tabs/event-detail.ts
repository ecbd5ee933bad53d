import { html, nothing, type PropertyValues } from 'lit';
import { state } from 'lit/decorators.js';
import type { EventDetail, LimeChange } from '../../../bff/contract/admin/events.ts';
import { durationText, exactText } from '../../i18n/format.ts';
import { ActionController } from '../../shared/controllers/action.ts';
import { Resource } from '../../shared/controllers/resource.ts';
import { confirmDialog } from '../dialogs/confirm-dialog.ts';
import { type RetryPlan, retryDialog } from '../dialogs/retry-dialog.ts';
import { actionButton } from '../parts/action-button.ts';
import { actionNotice } from '../parts/action-notice.ts';
import { headerList } from '../parts/header-list.ts';
import { invoiceLink } from '../parts/invoice-links.ts';
import { whenRead } from '../parts/list-states.ts';
import { stateChip } from '../parts/state-chip.ts';
import { eventState, outcomeText } from '../text/event-lines.ts';
import { valueText } from '../text/pretty.ts';
import { panelStyles, tableStyles } from '../view/panel.styles.ts';
import { PanelTab } from './panel-tab.ts';
import '../parts/define-body-block.ts';

const readEvery = 5_000;

type EventId = EventDetail['id'];
type Plan = ({ kind: 'retry' } & RetryPlan<EventId>) | { kind: 'dismiss'; id: EventId };

/** One event: what it said, what was tried, what came of it, and having it applied again. */
export class EventDetailTab extends PanelTab {
  static override styles = [panelStyles, tableStyles];

  readonly #event = new Resource<EventDetail>(this, readEvery);
  @state() private plan: Plan | undefined;
  readonly #action = new ActionController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    const id = this.route.id ?? '';
    if (changed.has('route') && changed.get('route')?.id !== this.route.id) this.#leave();
    this.#event.follow(id, () => this.client.event(id));
  }

  protected override render(): unknown {
    return html`<div class="stack">
      <a href=${this.link('events')}>${this.t.panel('action.back')}</a>
      ${actionNotice(this.#action, this.t)}
      ${whenRead(this.#event, this.t, (event) => this.#all(event))}
      ${this.plan ? this.#dialog(this.plan) : nothing}
    </div>`;
  }

  #all(event: EventDetail): unknown {
    const { t } = this;
    const { id, state, failures, changes, unwritten, headers, body, blockedBy } = event;
    const canBeDismissed = state === 'dead' || state === 'unreadable';
    return html`
      <div class="row between">
        <h3>${t.panel('event.heading', { id: String(id) })}: ${event.event ?? t.panel('events.unknown-name')}</h3>
        ${stateChip(...eventState(event, t))}
      </div>
      ${
        blockedBy === null
          ? nothing
          : html`<p><a href=${this.link('events', String(blockedBy))}>${t.panel('event.held-up', { id: String(blockedBy) })}</a></p>`
      }
      ${this.#facts(event)}
      <div class="row">
        ${this.#button('retry', t.panel('event.retry'), () => this.#ask(event), true)}
        ${canBeDismissed ? this.#button('dismiss', t.panel('event.dismiss'), () => this.#askToDismiss(event)) : nothing}
      </div>
      <section class="stack" aria-labelledby="failures">
        <h4 id="failures">${t.panel('event.failures')}</h4>
        ${
          failures.length === 0
            ? html`<p class="quiet">${t.panel('event.failures.none')}</p>`
            : html`<ol class="stack">${failures.map(
                ({ at, ms, cause, message }) => html`<li class="words">
                  <b>${exactText(at, t.locale)}</b>, ${t.panel('event.took', { time: durationText(ms, t.locale) })}:
                  ${t.panel(`cause.${cause}`)}
                  <p class="quiet">${message}</p>
                </li>`,
              )}</ol>`
        }
      </section>
      <section class="stack" aria-labelledby="changes">
        <h4 id="changes">${t.panel('event.changes')}</h4>
        ${
          changes.length === 0
            ? html`<p class="quiet">${unwritten.length === 0 ? t.panel('event.changes.none') : t.panel('event.unwritten', { why: unwritten.map((cause) => t.panel(`cause.${cause}`)).join(', ') })}</p>`
            : changes.map((change) => this.#change(change))
        }
      </section>
      ${headers === null ? nothing : html`<section class="stack">${headerList(headers, t)}</section>`}
      ${
        body === null
          ? html`<p class="quiet">${t.panel('event.body.forgotten')}</p>`
          : html`<lwc-limepkg-billecta-integration-sync-body
              .text=${body}
              .heading=${t.panel('event.body')}
              .t=${t}
            ></lwc-limepkg-billecta-integration-sync-body>`
      }
    `;
  }

  #facts(event: EventDetail): unknown {
    const { t } = this;
    const facts: Array<[string, unknown]> = [
      [t.panel('event.occurred'), event.occurredAt ? exactText(event.occurredAt, t.locale) : '–'],
      [t.panel('events.received'), exactText(event.receivedAt, t.locale)],
      [t.panel('event.settled'), event.completedAt ? exactText(event.completedAt, t.locale) : '–'],
      [t.panel('filter.invoice'), event.invoice ? invoiceLink(event.invoice, t) : (event.subject ?? '–')],
      [t.panel('events.creditor'), event.creditor ?? '–'],
      [t.panel('event.delivery'), event.deliveryId ?? '–'],
      [t.panel('events.outcome'), outcomeText(event, this.clock.now, t) || '–'],
    ];
    return html`<dl class="facts surface">${facts.map(
      ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
    )}</dl>`;
  }

  #change({ at, kind, limeId, created, fields }: LimeChange): unknown {
    const { t } = this;
    const none = t.panel('event.nothing');
    return html`<div>
      <p>${exactText(at, t.locale)}: ${kind} ${limeId} ${created ? t.panel('event.created') : ''}</p>
      <ul class="quiet">${fields.map(
        ({ field, before, after }) =>
          html`<li class="words"><b>${field}</b>: ${valueText(before, none)} → ${valueText(after, none)}</li>`,
      )}</ul>
    </div>`;
  }

  #button(name: string, label: string, act: () => void, primary = false): unknown {
    return actionButton(name, label, act, { primary, disabled: this.#action.busy });
  }

  #dialog(plan: Plan): unknown {
    const { t } = this;
    const { busy } = this.#action;
    if (plan.kind === 'retry') {
      const act = {
        confirm: () =>
          this.#do(
            () => this.client.retryEvent(plan.scope, false),
            ({ requeued }) => t.panel('retry.done', { count: requeued }),
          ),
        close: () => (plan.preview === null ? this.#leave() : this.#close()),
      };
      return retryDialog(plan, busy, act, t);
    }
    return confirmDialog(
      {
        heading: t.panel('dismiss.heading'),
        content: html`<p>${t.panel('dismiss.text')}</p>`,
        confirm: t.panel('event.dismiss'),
        busy,
        onClose: this.#close,
        onConfirm: () =>
          this.#do(
            () => this.client.dismissEvent(plan.id),
            () => t.panel('dismiss.done'),
          ),
      },
      t,
    );
  }

  #askToDismiss({ id }: EventDetail): void {
    this.plan = { kind: 'dismiss', id };
  }

  #ask({ id }: EventDetail): void {
    const plan = { kind: 'retry', scope: id, count: null, preview: null } as const;
    this.plan = plan;
    void this.#action.run(
      () => this.client.retryEvent(id, true),
      (preview) => {
        this.plan = { ...plan, preview };
      },
      this.#close,
    );
  }

  async #do<T>(act: () => Promise<T>, done: (answer: T) => string): Promise<void> {
    await this.#action.run(
      act,
      (answer) => {
        this.#close();
        return done(answer);
      },
      this.#close,
    );
    this.emitChanged();
    await this.#event.refresh();
  }

  /** Closes the dialog before its preview has arrived. */
  #leave(): void {
    this.#action.cancel();
    this.#close();
  }

  #close = (): void => {
    this.plan = undefined;
  };
}
