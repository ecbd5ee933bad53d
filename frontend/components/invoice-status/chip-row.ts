import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Translator } from '../../i18n/translator.ts';
import type { ChipHints } from './chip-hints.ts';
import type { StatusChip, Tone } from './chips-for.ts';

/**
 * The state as Lime's own chips, announced when it changes. The first state is not announced, or a table would
 * announce all its rows.
 *
 * @param stale - the state may be out of date
 * @param hints - what a chip shows when the user points at it
 */
export function chipRow(
  chips: readonly StatusChip[],
  t: Translator,
  stale: boolean,
  hints: ChipHints = {},
): TemplateResult {
  const changes = chips.some(({ id }) => id === 'loading') ? nothing : 'status';
  return html`<div class=${stale ? 'chips stale' : 'chips'} role=${changes}>
    ${repeat(
      chips,
      ({ id }) => id,
      (chip) => html`<limel-chip
        readonly
        size="small"
        class=${chip.tone}
        data-chip=${chip.id}
        title=${hints[chip.id] ?? nothing}
        .language=${t.language}
        .text=${t.text(chip.text, chip.values)}
        .icon=${{ name: chip.icon, color: iconColors[chip.tone] }}
        .loading=${chip.loading ?? false}
      ></limel-chip>`,
    )}
    ${stale ? html`<span class="unseen">${t.text('chip.stale')}</span>` : nothing}
  </div>`;
}

const iconColors: Record<Tone, string> = {
  neutral: 'rgb(var(--contrast-1100))',
  good: 'rgb(var(--color-green-dark))',
  stopped: 'rgb(var(--color-blue-dark))',
  attention: 'rgb(var(--color-orange-dark))',
  danger: 'rgb(var(--color-red-dark))',
};

/** A tinted outline and background; the words keep the host's text colour, so they stay readable on both. */
export const chipRowStyles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    min-width: 0;
  }

  limel-chip {
    --chip-max-width: 100%;
    color: rgb(var(--contrast-1500));
    border-radius: 1.5rem;
  }

  .stale limel-chip {
    --chip-readonly-border-color: transparent;
    outline: 1px dashed rgb(var(--contrast-900));
    outline-offset: -1px;
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

  limel-chip.good {
    --chip-readonly-border-color: rgb(var(--color-green-default), 0.6);
    background-color: rgb(var(--color-green-default), 0.12);
  }

  limel-chip.stopped {
    --chip-readonly-border-color: rgb(var(--color-blue-default), 0.6);
    background-color: rgb(var(--color-blue-default), 0.12);
  }

  limel-chip.attention {
    --chip-readonly-border-color: rgb(var(--color-orange-default), 0.6);
    background-color: rgb(var(--color-orange-default), 0.12);
  }

  limel-chip.danger {
    --chip-readonly-border-color: rgb(var(--color-red-default), 0.6);
    background-color: rgb(var(--color-red-default), 0.12);
  }
`;
