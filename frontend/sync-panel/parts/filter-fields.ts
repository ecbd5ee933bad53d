import { css, html } from 'lit';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { fromLocalTime, toLocalMidnight } from '../../shared/local-day.ts';

type Query = Readonly<Record<string, string>>;

interface Option {
  value: string;
  text: string;
}

/** One of a few, or any. */
export function chooser(
  name: string,
  label: string,
  options: readonly Option[],
  { value, t, choose }: { value: string | undefined; t: PanelTranslator; choose: (value: string) => void },
): unknown {
  const any = { value: '', text: t.panel('filter.any') };
  const all = [any, ...options];
  return html`<limel-select
    data-filter=${name}
    .label=${label}
    .options=${all}
    .value=${all.find((option) => option.value === value) ?? any}
    @change=${(event: CustomEvent<Option>) => choose(event.detail.value)}
  ></limel-select>`;
}

/** Text that the user types; passed on when they pause. */
export const textFilter = (
  name: string,
  label: string,
  value: string | undefined,
  {
    choose,
    look: { help = '', icon = '' } = {},
  }: { choose: (value: string) => void; look?: { help?: string; icon?: string } },
): unknown =>
  html`<limel-input-field
    data-filter=${name}
    type=${icon ? 'search' : 'text'}
    .label=${label}
    .helperText=${help}
    .leadingIcon=${icon || undefined}
    .maxlength=${200}
    .value=${value ?? ''}
    @change=${(event: CustomEvent<string>) => choose(event.detail.trim())}
  ></limel-input-field>`;

/** A day, as `2025-12-03`. */
const dayFilter = (
  name: string,
  label: string,
  { value, t, choose }: { value: string | undefined; t: PanelTranslator; choose: (value: string) => void },
): unknown =>
  html`<limel-date-picker
    data-filter=${name}
    type="date"
    .label=${label}
    .language=${t.language}
    .value=${toLocalMidnight(value)}
    @change=${(event: CustomEvent<Date | null>) => choose(fromLocalTime(event.detail) ?? '')}
  ></limel-date-picker>`;

type Set = (name: string) => (value: string) => void;

/** From which day, and to which, both included. */
export const daysFilter = (query: Query, t: PanelTranslator, set: Set): unknown =>
  html`${dayFilter('from', t.panel('filter.from'), { value: query.from, t, choose: set('from') })}
    ${dayFilter('to', t.panel('filter.to'), { value: query.to, t, choose: set('to') })}`;

/** About which invoice. */
export const invoiceFilter = (query: Query, t: PanelTranslator, set: Set): unknown =>
  textFilter('invoice', t.panel('filter.invoice'), query.invoice, {
    choose: set('invoice'),
    look: {
      help: t.panel('filter.invoice.help'),
    },
  });

/** Those that are asked for less often; there to see when one of them is. */
export const moreFilters = (isOpen: boolean, content: unknown, t: PanelTranslator): unknown =>
  html`<details ?open=${isOpen}>
    <summary>${t.panel('filter.more')}</summary>
    <div class="filters">${content}</div>
  </details>`;

/** Whether the list is narrowed by one of these. */
export const isAny = (query: Query, names: readonly string[]): boolean => names.some((name) => query[name]);

export const filterStyles = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12rem), 1fr));
    gap: 0.5rem 1rem;
    align-items: start;
  }

  summary {
    cursor: pointer;
  }

  details[open] summary {
    margin-bottom: 0.75rem;
  }
`;
