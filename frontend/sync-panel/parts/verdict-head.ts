import { css, html, nothing } from 'lit';
import type { AdminStatus } from '../../../bff/contract/admin/status.ts';
import { addressOf } from '../../host/address.ts';
import { momentText } from '../../i18n/format.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import { verdictText } from '../text/verdict-text.ts';
import { formatRoute } from '../view/panel-route.ts';

/** The first sentence: whether all is well, and if not what to look at. Announced when it becomes another. */
export function verdictHead({ verdict, at }: AdminStatus, now: Date, t: PanelTranslator): unknown {
  const { tone, icon, sentence, more, at: remedy } = verdictText(verdict, now, t);
  return html`<div class="verdict ${tone}" data-verdict=${verdict.kind}>
    <limel-icon .name=${icon} size="large" aria-hidden="true"></limel-icon>
    <div>
      <h2>
        ${remedy ? html`<a href=${addressOf(formatRoute(remedy))}>${sentence}</a>` : sentence}
      </h2>
      ${more.length > 0 ? html`<p>${more.join(' ')}</p>` : nothing}
      <p class="quiet">${t.panel('verdict.as-of', { when: momentText(at, t.locale) })}</p>
    </div>
  </div>`;
}

export const verdictStyles = css`
  .verdict {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 1rem;
    align-items: start;
    padding: 1rem;
    border: 1px solid rgb(var(--contrast-400));
    border-left: 0.25rem solid var(--tone);
    border-radius: 0.5rem;
    background: var(--lime-elevated-surface-background-color, rgb(var(--contrast-100)));
  }

  .verdict limel-icon {
    color: var(--tone);
  }

  .verdict.ok {
    --tone: rgb(var(--color-green-default));
  }

  .verdict.warning {
    --tone: rgb(var(--color-amber-default));
  }

  .verdict.error {
    --tone: rgb(var(--color-red-default));
  }

  .verdict.quiet {
    --tone: rgb(var(--contrast-800));
    font-size: inherit;
  }
`;
