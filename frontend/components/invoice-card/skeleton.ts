import { html } from 'lit';
import type { Translator } from '../../i18n/translator.ts';

/** As high as the card of an invoice that was sent, so that little moves when the truth arrives. */
export function skeleton(t: Translator): unknown {
  return html`<div class="skeleton" role="status" aria-label=${t.text('card.loading')}>
    <div class="head"><div class="heading">${bar}</div><div class="chips"><span class="bar pill"></span></div></div>
    <div class="facts">${list(4)} ${list(2)}</div>
    <p class="freshness">${bar}</p>
    <div class="actions"><span class="bar button"></span><span class="bar button"></span></div>
  </div>`;
}

const bar = html`<span class="bar">&nbsp;</span>`;

const list = (rows: number) =>
  html`<div class="list">${Array.from({ length: rows }, () => html`<div class="row">${bar}</div>`)}</div>`;
