import { html } from 'lit';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';
import type { ActionController } from '../../shared/controllers/action.ts';
import { panelFaultSentence } from '../text/panel-fault.ts';

/** The result of an action; always in the page, since a screen reader announces only changes. */
export function actionNotice({ notice, fault }: ActionController, t: PanelTranslator): unknown {
  const text = fault ? panelFaultSentence(fault, t) : notice;
  return html`<p role="status" class=${text ? '' : 'visually-hidden'}>${text}</p>`;
}
