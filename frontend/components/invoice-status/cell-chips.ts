import { css, html, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Translator } from '../../i18n/translator.ts';
import { chip } from './chip.ts';
import type { StatusChip } from './chips-for.ts';

export interface CellChips {
  chips: readonly StatusChip[];
  /** How many of them fit. */
  count: number;
  stale: boolean;
}

/** The chips in one line, and how many did not fit; the others lie outside of the line, where they can be measured. */
export function cellChips({ chips, count, stale }: CellChips, t: Translator): TemplateResult {
  const items = [...chips.slice(0, count), chips.length - count, ...chips.slice(count)];
  return html`<div class="chips line ${stale ? 'stale' : ''} ${count < chips.length ? 'cut' : ''}">
    ${items
      .filter((item) => typeof item !== 'number' || item > 0)
      .map((item) =>
        typeof item === 'number'
          ? html`<span class="chip neutral more">+${item}</span>`
          : keyed(item.id, chip(item, t)),
      )}
  </div>`;
}

/** As high as a chip, which is four pixels more than the line of text that Lime's row has room for. */
export const cellChipsStyles = css`
  :host(.cell) {
    position: relative;
    width: 100%;
    margin: -0.125rem 0;
    vertical-align: top;
  }

  .line {
    height: 1.5rem;
    overflow: hidden;
  }

  .more {
    width: 2.25rem;
    padding: 0;
    justify-content: center;
  }

  .cut .chip:first-child {
    max-width: calc(100% - 2.625rem);
  }
`;
