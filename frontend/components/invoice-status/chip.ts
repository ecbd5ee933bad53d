import { css, html, nothing, type TemplateResult } from 'lit';
import type { Translator } from '../../i18n/translator.ts';
import type { StatusChip } from './chips-for.ts';

/**
 * A chip as Lime draws it. Lime's own is a disabled button and a live region, in every cell of a table.
 *
 * @param hint - what it shows when the user points at it
 */
export function chip({ id, tone, icon, ...words }: StatusChip, t: Translator, hint?: string): TemplateResult {
  return html`<span class="chip ${tone}" data-chip=${id} title=${hint ?? nothing}>
    <limel-icon .name=${icon} aria-hidden="true"></limel-icon>
    <span class="text">${t.text(words.text, words.values)}</span>
  </span>`;
}

/**
 * A tinted outline and background. The words keep the host's text colour and the icon is mixed with it, so both stay
 * readable in the dark theme, which turns that colour and not the tints.
 */
export const chipStyles = css`
  .chip {
    --tone: var(--contrast-1100);
    display: inline-flex;
    box-sizing: border-box;
    align-items: center;
    min-width: 0;
    max-width: 100%;
    height: 1.5rem;
    padding: 0 0.5rem 0 0.125rem;
    gap: 0.25rem;
    border: 1px solid rgb(var(--tone), 0.6);
    border-radius: 1.5rem;
    background-color: rgb(var(--tone), 0.12);
    color: rgb(var(--contrast-1500));
    font-size: var(--limel-theme-default-small-font-size, 0.8125rem);
    line-height: 1.2;
    white-space: nowrap;
  }

  .chip.neutral {
    border-color: rgb(var(--contrast-800), 0.5);
    background-color: transparent;
  }

  .good {
    --tone: var(--color-green-default);
  }

  .stopped {
    --tone: var(--color-blue-default);
  }

  .attention {
    --tone: var(--color-orange-default);
  }

  .danger {
    --tone: var(--color-red-default);
  }

  .chip limel-icon {
    flex-shrink: 0;
    width: 1.25rem;
    height: 1.25rem;
    color: color-mix(in srgb, rgb(var(--tone)) 70%, currentColor);
  }

  .text {
    overflow: hidden;
    text-overflow: ellipsis;
  }
`;
