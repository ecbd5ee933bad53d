import { html, nothing, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { InvoiceEntry } from '../../bff/invoice-entry.ts';
import { pageStatuses } from '../../bff/page-statuses.ts';
import { faultText } from '../../i18n/fault-text.ts';
import type { Translator } from '../../i18n/translator.ts';
import { ClockController } from '../../shared/controllers/clock.ts';
import { StatusController } from '../../shared/controllers/status.ts';
import { InvoiceElement } from '../../shared/invoice-element.ts';
import { LazyReasons } from '../../shared/lazy-reasons.ts';
import type { InvoiceRow } from '../../shared/shown-record.ts';
import { type ChipHints, chipHints } from './chip-hints.ts';
import { chipRow } from './chip-row.ts';
import { chipsFor, type DayStyle, loadingChip, type StatusChip, unavailableChip } from './chips-for.ts';
import { freshnessOf } from './freshness.ts';
import { styles } from './invoice-status.styles.ts';

/**
 * An invoice's state in Billecta as a row of chips, kept up to date; also a table cell.
 *
 * Which invoice: `limeId`, or the table row's, or the record that the element stands on; nothing on any other record.
 * The tooltip says how fresh the state is; a chip's tooltip says why.
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
    return html`<div title=${tooltip(entry, now, t) ?? nothing} @mouseenter=${() => this.requestUpdate()}>
      ${chipRow(chipsOf(entry, { now, locale: t.locale }), t, isStale(entry, now, t), this.#hints(entry, t))}
    </div>`;
  }

  #hints(entry: InvoiceEntry, t: Translator): ChipHints {
    return entry.kind === 'known' ? chipHints(entry.status, this.#reasons, t) : {};
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
      return faultText(entry.fault, t).text;
    case 'known':
      return (
        [freshnessOf(entry.status, now, t)?.text, entry.fault && t.text('freshness.lost')]
          .filter(Boolean)
          .join(' ') || undefined
      );
  }
}
