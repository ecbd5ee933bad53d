import { html, nothing } from 'lit';
import type { BffFault } from '../../bff/bff-error.ts';
import { momentText } from '../../i18n/format.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { faultCallout } from '../../shared/fault-callout.ts';
import { panelFault } from '../text/panel-fault.ts';

interface Read {
  fault: BffFault | undefined;
  at: Date | undefined;
  retry(): Promise<void>;
}

/**
 * Around what is read from the BFF: a spinner before it is there, what went wrong and how to try again, and how old it is
 * when it cannot be read again.
 *
 * @param content - what to show once something is known
 */
export function whenRead<T>(
  read: Read & { data?: T | undefined; rows?: T | undefined },
  t: PanelTranslator,
  content: (data: T) => unknown,
): unknown {
  const data = read.data ?? read.rows;
  if (data === undefined) return read.fault ? failed(read.fault, read, t) : loading(t);
  return html`${read.fault ? stale(read.fault, read, t) : nothing}${content(data)}`;
}

const loading = (t: PanelTranslator) =>
  html`<div class="empty" role="status" aria-label=${t.panel('list.loading')}>
    <limel-spinner size="medium"></limel-spinner>
  </div>`;

const failed = (fault: BffFault, read: Read, t: PanelTranslator): unknown =>
  faultCallout({ ...panelFault(fault, t), heading: t.panel('list.failed') }, retry(read, t));

function stale(fault: BffFault, read: Read, t: PanelTranslator): unknown {
  const when = read.at ? momentText(read.at.toISOString(), t.locale) : '';
  const { text } = panelFault(fault, t);
  return html`<limel-callout role="status" type="caution" .heading=${''} .language=${t.language}>
    <p>${t.panel('list.stale', { when, why: text })}</p>
    ${retry(read, t)}
  </limel-callout>`;
}

const retry = (read: Read, t: PanelTranslator) =>
  html`<div>
    <limel-button data-button="again" .label=${t.text('action.retry')} @click=${() => read.retry()}></limel-button>
  </div>`;

/** Reads a list again. */
export const refreshButton = (list: { refresh(): Promise<void> }, t: PanelTranslator): unknown =>
  html`<limel-button
    data-button="refresh"
    icon="refresh"
    .label=${t.panel('list.refresh')}
    @click=${() => list.refresh()}
  ></limel-button>`;

/** Where a list has nothing. */
export const empty = (icon: string, heading: string, text = ''): unknown =>
  html`<div class="empty" role="status">
    <limel-icon .name=${icon} aria-hidden="true"></limel-icon>
    <h3>${heading}</h3>
    ${text ? html`<p class="quiet">${text}</p>` : nothing}
  </div>`;

/** What reads the next page of a list, where there is one. */
export const moreOf = (
  list: { next: string | null; loading: 'refresh' | 'more' | null; more(): Promise<void> },
  label: string,
): unknown =>
  list.next === null
    ? nothing
    : html`<div>
        <limel-button
          data-button="more"
          outlined
          .label=${label}
          .loading=${list.loading === 'more'}
          @click=${() => list.more()}
        ></limel-button>
      </div>`;
