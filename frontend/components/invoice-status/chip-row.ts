import { css, html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Translator } from '../../i18n/translator.ts';
import { chip, chipStyles } from './chip.ts';
import type { ChipHints } from './chip-hints.ts';
import type { StatusChip } from './chips-for.ts';

/**
 * All chips, each drawn anew when it becomes another one: Lime's icon may show one that was fetched late. Announced when they change. The first state is not announced, or a page would announce all that is on it.
 *
 * @param stale - the state may be out of date
 */
export function chipRow(
  chips: readonly StatusChip[],
  t: Translator,
  stale: boolean,
  hints: ChipHints,
): TemplateResult {
  const changes = chips.some(({ id }) => id === 'loading') ? nothing : 'status';
  return html`<div class=${stale ? 'chips stale' : 'chips'} role=${changes}>
    ${chips.map((each) => keyed(each.id, chip(each, t, hints[each.id])))}
    ${stale ? html`<span class="unseen">${t.text('chip.stale')}</span>` : nothing}
  </div>`;
}

export const chipRowStyles = [
  chipStyles,
  css`
    .chips {
      display: flex;
      flex-wrap: wrap;
      gap: 0.375rem;
      min-width: 0;
    }

    .stale .chip {
      border: 1px dashed rgb(var(--contrast-900));
      filter: grayscale(0.7);
    }

    .unseen {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  `,
];
