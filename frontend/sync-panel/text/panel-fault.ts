import type { BffFault } from '../../bff/bff-error.ts';
import { type FaultText, faultText } from '../../i18n/fault-text.ts';
import type { PanelTranslator } from '../../i18n/panel/panel-translator.ts';

/** What went wrong in the panel, where the words for an invoice and its commands do not fit. */
export function panelFault(fault: BffFault, t: PanelTranslator): FaultText {
  const words = faultText(fault, t);
  const code = fault.kind === 'problem' ? fault.problem.code : fault.kind;
  switch (code) {
    case 'not-found':
      return { ...words, text: t.panel('fault.gone') };
    case 'forbidden':
      return { ...words, text: t.panel('fault.forbidden') };
    case 'timeout':
      return { ...words, text: t.panel('fault.timeout') };
    default:
      return words;
  }
}

/** The same in one line. */
export function panelFaultSentence(fault: BffFault, t: PanelTranslator): string {
  const { text, reference } = panelFault(fault, t);
  return reference ? `${text} (${reference})` : text;
}
