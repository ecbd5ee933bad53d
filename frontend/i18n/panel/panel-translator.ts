import { languageFor } from '../languages.ts';
import { loadTranslator } from '../load-translator.ts';
import type { Values } from '../text.ts';
import { type Translator, wordsIn } from '../translator.ts';
import type { PanelKey, PanelTexts } from './en.ts';

/** The texts of the user's language, and the sync panel's in Swedish or English. */
export interface PanelTranslator extends Translator {
  panel(key: PanelKey, values?: Values): string;
}

type PanelLanguage = 'sv' | 'en';

const sources: Record<PanelLanguage, () => Promise<{ texts: PanelTexts }>> = {
  sv: () => import('./sv.ts'),
  en: () => import('./en.ts'),
};

/** Swedish for Swedish users, English for all others; numbers and dates keep the user's locale. */
const panelLanguageFor = (hostLanguage: string): PanelLanguage =>
  languageFor(hostLanguage) === 'sv' ? 'sv' : 'en';

/** Loads the panel's texts, which only its users need. */
export async function loadPanelTranslator(hostLanguage: string): Promise<PanelTranslator> {
  const language = panelLanguageFor(hostLanguage);
  const [t, { texts }] = await Promise.all([loadTranslator(hostLanguage), sources[language]()]);
  return { ...t, panel: (key, values = {}) => wordsIn(t.locale, language, texts[key], values) };
}
