import { html, nothing } from 'lit';
import type { Translator } from '../../i18n/translator.ts';
import type { CardFact } from './facts-for.ts';

/** Facts as a list of names and values, values to the right. */
export function factList(facts: readonly CardFact[], name: string, t: Translator): unknown {
  if (facts.length === 0) return nothing;
  return html`<dl class=${name}>
    ${facts.map(
      ({ label, value, detail, quote, total }) => html`<div class=${total ? 'total' : nothing}>
        <dt>${t.text(label)}</dt>
        <dd>
          ${value}${detail ? html`<span class="detail">${detail}</span>` : nothing}
          ${quote ? html`<span class="detail">${t.text('card.quote', { text: quote })}</span>` : nothing}
        </dd>
      </div>`,
    )}
  </dl>`;
}
