import { type Language, languageFor } from '../languages.ts';
import { loadTranslator } from '../load-translator.ts';
import type { Values } from '../text.ts';
import { type Translator, wordsIn } from '../translator.ts';
import type { PanelKey, PanelTexts } from './en.ts';

/** The texts of one language, the sync panel's among them. */
export interface PanelTranslator extends Translator {
  panel(key: PanelKey, values?: Values): string;
}

const sources: Record<Language, () => Promise<{ texts: PanelTexts }>> = {
  sv: () => import('./sv.ts'),
  en: () => import('./en.ts'),
  no: () => import('./no.ts'),
  da: () => import('./da.ts'),
  fi: () => import('./fi.ts'),
  de: () => import('./de.ts'),
  nl: () => import('./nl.ts'),
};

/** The panel's texts are fetched by those alone who open it. */
export async function loadPanelTranslator(hostLanguage: string): Promise<PanelTranslator> {
  const [t, { texts }] = await Promise.all([
    loadTranslator(hostLanguage),
    sources[languageFor(hostLanguage)](),
  ]);
  return { ...t, panel: (key, values = {}) => wordsIn(t.locale, t.language, texts[key], values) };
}
