import { html, LitElement, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { Paused } from '../../../bff/contract/admin/processing.ts';
import type { CommandName } from '../../../bff/contract/command.ts';
import type { InvoiceStatus, SeenInput } from '../../../bff/contract/invoice-status.ts';
import type { BffFault } from '../../bff/bff-error.ts';
import { type InvoiceEntry, unread } from '../../bff/invoice-entry.ts';
import { faultText } from '../../i18n/fault-text.ts';
import type { Translator } from '../../i18n/translator.ts';
import { ClockController } from '../../shared/controllers/clock.ts';
import { faultCallout } from '../../shared/fault-callout.ts';
import { LazyReasons } from '../../shared/lazy-reasons.ts';
import { idle, type Marking } from '../invoice-notices/marking.ts';
import { chipHints } from '../invoice-status/chip-hints.ts';
import { chipRow } from '../invoice-status/chip-row.ts';
import { chipsFor } from '../invoice-status/chips-for.ts';
import { freshnessOf } from '../invoice-status/freshness.ts';
import { type TimelinePages, unreadTimeline } from '../invoice-timeline/timeline-pages.ts';
import { cardActions } from './card-actions.ts';
import { factList } from './fact-list.ts';
import { amountsFor, datesFor } from './facts-for.ts';
import { styles } from './invoice-card-view.styles.ts';
import { skeleton } from './skeleton.ts';

type KnownEntry = Extract<InvoiceEntry, { kind: 'known' }>;

/**
 * The invoice's state, amounts, dates, commands and timeline.
 *
 * @property entry - what is known of the invoice
 * @property timeline - what is known of what has happened to it
 * @property unsaved - the record is new, so there is no invoice yet
 * @property readonly - no command can be run from here
 * @property processingPaused - who paused the applying of events, and why; null while they are applied
 * @property marking - how far marking something as read has come
 * @property t - the texts; nothing is shown without them
 * @fires command - the user asks for a command; `detail` is its name
 * @fires seen - the user marks something as read; `detail` is what was shown, as the BFF takes it
 * @fires retry - the user asks to read the invoice again after a failure
 * @fires more-timeline - the user asks for what happened before
 * @fires retry-timeline - the user asks to read the timeline again after a failure
 */
export class InvoiceCardView extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) entry: InvoiceEntry = unread;
  @property({ attribute: false }) timeline: TimelinePages = unreadTimeline;
  @property({ type: Boolean }) unsaved = false;
  @property({ type: Boolean }) readonly = false;
  @property({ attribute: false }) processingPaused: Paused | null = null;
  @property({ attribute: false }) marking: Marking = idle;
  @property({ attribute: false }) t?: Translator;

  readonly #clock = new ClockController(this, 5_000);
  readonly #reasons = new LazyReasons(this);

  protected override render(): unknown {
    const { t, entry } = this;
    if (!t) return nothing;
    if (this.unsaved) return html`<p class="empty">${t.text('card.unsaved')}</p>`;
    switch (entry.kind) {
      case 'loading':
        return skeleton(t);
      case 'failed':
        return this.#failure(entry.fault, t);
      case 'known':
        return this.#invoice(entry, t);
    }
  }

  #invoice({ status, sending, fault }: KnownEntry, t: Translator): unknown {
    const { invoiceNumber: number, actionPublicId, asOf } = status;
    const { now } = this.#clock;
    const read = actionPublicId !== null && asOf !== null;
    const stale = fault !== null || freshnessOf(status, now, t)?.stale === true;
    return html`
      <div class="head">
        <h2 class="heading">${number ? t.text('card.heading', { number }) : t.text('card.heading.no-number')}</h2>
        ${chipRow(chipsFor(status, sending, { now, locale: t.locale }), t, stale, chipHints(status, this.#reasons, t))}
      </div>
      ${actionPublicId === null ? nothing : this.#notices(status, t)}
      ${read ? this.#facts(status, t) : nothing}
      ${actionPublicId === null ? html`<p class="empty">${t.text('reason.not-synced')}</p>` : nothing}
      ${read ? this.#freshness(status, t) : nothing}
      ${fault ? this.#lost(t) : nothing}
      ${this.processingPaused ? this.#paused(this.processingPaused, t) : nothing}
      ${this.readonly ? nothing : cardActions(status, sending, t, (name) => this.#emit('command', name))}
      ${read ? this.#timeline(t) : nothing}
    `;
  }

  #notices(status: InvoiceStatus, t: Translator): unknown {
    return html`<lwc-limepkg-billecta-integration-invoice-notices
      .status=${status}
      .marking=${this.marking}
      .t=${t}
      @seen=${({ detail }: CustomEvent<SeenInput>) => this.#emit('seen', detail)}
    ></lwc-limepkg-billecta-integration-invoice-notices>`;
  }

  #facts(status: InvoiceStatus, t: Translator): unknown {
    const entries = this.timeline.kind === 'known' ? this.timeline.entries : [];
    return html`<div class="facts">
      ${factList(amountsFor(status, t), 'amounts', t)} ${factList(datesFor(status, t, entries), 'dates', t)}
    </div>`;
  }

  #freshness(status: InvoiceStatus, t: Translator): unknown {
    const freshness = freshnessOf(status, this.#clock.now, t);
    if (!freshness) return nothing;
    return html`<p class=${freshness.stale ? 'freshness stale' : 'freshness'}>${freshness.text}</p>`;
  }

  #lost(t: Translator): unknown {
    return html`<div class="lost" role="status">
      <p>${t.text('freshness.lost')}</p>
      ${this.#retry(t)}
    </div>`;
  }

  #paused({ why }: Paused, t: Translator): unknown {
    return html`<p class="processing" role="status">
      <limel-icon name="circled_pause" size="small" aria-hidden="true"></limel-icon>
      <span>${t.text('card.processing-paused', { why })}</span>
    </p>`;
  }

  #timeline(t: Translator): unknown {
    return html`<lwc-limepkg-billecta-integration-invoice-timeline
      .pages=${this.timeline}
      .t=${t}
      @more=${() => this.#emit('more-timeline')}
      @retry=${() => this.#emit('retry-timeline')}
    ></lwc-limepkg-billecta-integration-invoice-timeline>`;
  }

  #failure(fault: BffFault, t: Translator): unknown {
    return html`
      ${faultCallout({ ...faultText(fault, t), heading: t.text('card.failed') })}
      <div class="actions">${this.#retry(t)}</div>
    `;
  }

  #retry(t: Translator): unknown {
    return html`<limel-button
      data-button="retry"
      .label=${t.text('action.retry')}
      .icon=${'refresh'}
      @click=${() => this.#emit('retry')}
    ></limel-button>`;
  }

  #emit(type: string, detail?: CommandName | SeenInput): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}
