import { html } from 'lit';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';

/** A request's headers, secrets taken out. */
export const headerList = (headers: Readonly<Record<string, string>>, t: PanelTranslator): unknown =>
  html`<h4>${t.panel('rejected.headers')}</h4>
    <dl class="facts">${Object.entries(headers).map(
      ([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`,
    )}</dl>`;
