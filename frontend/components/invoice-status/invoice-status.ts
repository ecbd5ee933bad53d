import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { InvoiceEntry } from '../../bff/invoice-entry.ts';
import { pageStatuses } from '../../bff/page-statuses.ts';
import type { Translator } from '../../i18n/translator.ts';
import { ClockController } from '../../shared/controllers/clock.ts';
import { StatusController } from '../../shared/controllers/status.ts';
import { InvoiceElement } from '../../shared/invoice-element.ts';
import { LazyReasons } from '../../shared/lazy-reasons.ts';
import type { InvoiceRow } from '../../shared/shown-record.ts';
import { cellChips } from './cell-chips.ts';
import { type ChipHints, chipHints } from './chip-hints.ts';
import { byImportance } from './chip-order.ts';
import { chipRow } from './chip-row.ts';
import { chipsFor, type DayStyle, loadingChip, type StatusChip, unavailableChip } from './chips-for.ts';
import { FitController } from './fit-controller.ts';
import { freshnessOf } from './freshness.ts';
import { styles } from './invoice-status.styles.ts';
import { lostText } from './lost.ts';

/**
 * An invoice's state in Billecta as a row of chips, kept up to date; also a table cell, where the chips are in the order
 * of importance, and those that do not fit into the line are counted.
 *
 * Which invoice: `limeId`, or the table row's, or the record that the element stands on; nothing on any other record.
 * The tooltip says how fresh the state is, and in a cell all that the chips say; elsewhere a chip's tooltip says why.
 *
 * @property limeId - the invoice's id in Lime
 * @property data - in a table: the whole row, with `id` or `_id`
 * @property field - in a table: the column's field; unused
 * @property value - in a table: the field's value; unused
 */
export class InvoiceStatusElement extends InvoiceElement {
  static override styles = styles;

  @property({ attribute: false }) data?: InvoiceRow;
  @property({ attribute: false }) field?: string;
  @property({ attribute: false }) value?: unknown;

  readonly #status = new StatusController(this);
  readonly #clock = new ClockController(this, 60_000);
  readonly #reasons = new LazyReasons(this);
  readonly #fit = new FitController(this);
  /** What the chips say, whose widths follow from it. */
  #words = '';

  protected override get row(): InvoiceRow | undefined {
    return this.data;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { application, record } = this;
    if (!application) return;
    if (record.kind === 'invoice')
      this.#status.follow(pageStatuses(application.name, record.limetype), record.id);
    else this.#status.leave();
  }

  protected override render(): unknown {
    const { t } = this;
    if (!t || this.record.kind !== 'invoice') return nothing;
    const { entry } = this.#status;
    const { now } = this.#clock;
    const chips = chipsOf(entry, { now, locale: t.locale });
    const hints = entry.kind === 'known' ? chipHints(entry.status, this.#reasons, t) : {};
    const freshness = tooltip(entry, now, t);
    if (this.row) return this.#cell(byImportance(chips), hints, freshness, t);
    return html`<div title=${freshness ?? nothing} @mouseenter=${() => this.requestUpdate()}>
      ${chipRow(chips, t, isStale(entry, now, t), hints)}
    </div>`;
  }

  /** One text for a screen reader, which reads a table cell by cell; announced are changes on the card alone. */
  #cell(chips: StatusChip[], hints: ChipHints, freshness: string | undefined, t: Translator): unknown {
    const stale = isStale(this.#status.entry, this.#clock.now, t);
    const words = chips.map((each) =>
      [t.text(each.text, each.values), hints[each.id]].filter(Boolean).join(': '),
    );
    this.#words = words.join();
    const isUncertain = stale || this.#status.entry.kind === 'failed';
    return html`
      <span class="unseen">${[words.join(', '), ...(isUncertain ? [freshness] : [])].join('. ')}</span>
      <div
        aria-hidden="true"
        title=${[...words, freshness].filter(Boolean).join('\n')}
        @mouseenter=${() => this.requestUpdate()}
      >
        ${cellChips({ chips, count: this.#fit.count, stale }, t)}
      </div>
    `;
  }

  protected override updated(): void {
    this.classList.toggle('cell', this.row !== undefined);
    this.#fit.follow(this.renderRoot.querySelector('.line'), this.#words);
  }
}

function chipsOf(entry: InvoiceEntry, style: DayStyle): StatusChip[] {
  switch (entry.kind) {
    case 'loading':
      return [loadingChip];
    case 'failed':
      return [unavailableChip];
    case 'known':
      return chipsFor(entry.status, entry.sending, style);
  }
}

function isStale(entry: InvoiceEntry, now: Date, t: Translator): boolean {
  if (entry.kind !== 'known') return false;
  return entry.fault !== null || freshnessOf(entry.status, now, t)?.stale === true;
}

function tooltip(entry: InvoiceEntry, now: Date, t: Translator): string | undefined {
  switch (entry.kind) {
    case 'loading':
      return undefined;
    case 'failed':
      return lostText(entry.fault, t);
    case 'known':
      return entry.fault
        ? lostText(entry.fault, t, entry.status, now)
        : freshnessOf(entry.status, now, t)?.text;
  }
}
