import { html, LitElement, nothing } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { TimelineEntry } from '../../../bff/contract/timeline.ts';
import type { BffFault } from '../../bff/bff-error.ts';
import { faultText } from '../../i18n/fault-text.ts';
import { momentText } from '../../i18n/format.ts';
import type { Translator } from '../../i18n/translator.ts';
import { LazyReasons } from '../../shared/lazy-reasons.ts';
import { type EntryText, entryText } from './entry-text.ts';
import { styles } from './invoice-timeline.styles.ts';
import { type TimelinePages, unreadTimeline } from './timeline-pages.ts';

type Filter = 'all' | 'billecta' | 'ours';

/** A button of Lime's button group. */
interface FilterButton {
  id: string;
  title: string;
  selected: boolean;
}

/**
 * What has happened to an invoice, in Billecta and from here, newest first.
 *
 * @property pages - what has been read of it
 * @property t - the texts; nothing is shown without them
 * @fires more - the user asks for what was before
 * @fires retry - the user asks to read it again after a failure
 */
export class InvoiceTimeline extends LitElement {
  static override styles = styles;

  @property({ attribute: false }) pages: TimelinePages = unreadTimeline;
  @property({ attribute: false }) t?: Translator;

  @state() private filter: Filter = 'all';

  readonly #reasons = new LazyReasons(this);

  protected override render(): unknown {
    const { t, pages } = this;
    if (!t) return nothing;
    return html`
      <div class="head">
        <h3>${t.text('timeline.heading')}</h3>
        ${this.#filters(t)}
      </div>
      ${this.#content(pages, t)}
    `;
  }

  #filters(t: Translator): unknown {
    const button = (id: Filter, title: string) => ({ id, title, selected: id === this.filter });
    return html`<div role="group" aria-label=${t.text('timeline.filter')}><limel-button-group
      .value=${[
        button('all', t.text('timeline.all')),
        button('billecta', 'Billecta'),
        button('ours', t.text('timeline.ours')),
      ]}
      @change=${(event: CustomEvent<FilterButton>) => {
        event.stopPropagation();
        this.filter = event.detail.id as Filter;
      }}
    ></limel-button-group></div>`;
  }

  #content(pages: TimelinePages, t: Translator): unknown {
    switch (pages.kind) {
      case 'loading':
        return html`<div role="status" aria-label=${t.text('timeline.loading')}>
          <span class="bar"></span><span class="bar"></span><span class="bar"></span>
        </div>`;
      case 'failed':
        return this.#failure(pages.fault, 'retry', t);
      case 'known':
        return this.#known(pages, t);
    }
  }

  #known(pages: Extract<TimelinePages, { kind: 'known' }>, t: Translator): unknown {
    const shown = pages.entries.filter((entry) => passes(entry, this.filter));
    return html`
      ${pages.billecta ? nothing : html`<p class="note">${t.text('timeline.ours-only')}</p>`}
      ${shown.length === 0 && pages.billecta ? html`<p class="note">${t.text('timeline.empty')}</p>` : nothing}
      <ol>
        ${shown.map((entry) =>
          item(
            entryText(entry, t, (code) => this.#reasons.textFor(code, t)),
            entry,
            t,
          ),
        )}
      </ol>
      ${typeof pages.more === 'object' ? this.#failure(pages.more, 'more', t) : this.#more(pages, t)}
    `;
  }

  #more({ next, more }: Extract<TimelinePages, { kind: 'known' }>, t: Translator): unknown {
    if (next === null) return nothing;
    return html`<limel-button
      data-button="more"
      .label=${t.text('timeline.more')}
      .loading=${more === 'loading'}
      @click=${() => this.#emit('more')}
    ></limel-button>`;
  }

  #failure(fault: BffFault, next: 'more' | 'retry', t: Translator): unknown {
    return html`
      <p class="note" role="alert">${faultText(fault, t).text}</p>
      <limel-button
        data-button="retry"
        .label=${t.text('action.retry')}
        @click=${() => this.#emit(next)}
      ></limel-button>
    `;
  }

  #emit(event: 'more' | 'retry'): void {
    this.dispatchEvent(new CustomEvent(event));
  }
}

/** A notice is Billecta's, though its log does not contain it; a command that has left an entry there is both. */
function passes(entry: TimelineEntry, filter: Filter): boolean {
  const isOurs = entry.kind === 'command' || entry.kind === 'plan-ended';
  switch (filter) {
    case 'all':
      return true;
    case 'ours':
      return isOurs;
    case 'billecta':
      return !isOurs || (entry.kind === 'command' && entry.billecta !== null);
  }
}

function item({ icon, title, details, quote }: EntryText, entry: TimelineEntry, t: Translator): unknown {
  return html`<li data-kind=${entry.kind}>
    <limel-icon .name=${icon}></limel-icon>
    <span>${title}</span>
    <time datetime=${entry.at}>${momentText(entry.at, t.locale)}</time>
    <p class="details">${details.join(' · ')}</p>
    ${quote ? html`<blockquote>${t.text('card.quote', { text: quote })}</blockquote>` : nothing}
  </li>`;
}
