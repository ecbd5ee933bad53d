import type { Texts } from './en.ts';
import { type Language, languageFor } from './languages.ts';
import { type Translator, translator } from './translator.ts';

const sources: Record<Language, () => Promise<{ texts: Texts }>> = {
  sv: () => import('./sv.ts'),
  en: () => import('./en.ts'),
  no: () => import('./no.ts'),
  da: () => import('./da.ts'),
  fi: () => import('./fi.ts'),
  de: () => import('./de.ts'),
  nl: () => import('./nl.ts'),
};

/** The texts for the host's language; each language is fetched when it is first wanted. */
export async function loadTranslator(hostLanguage: string): Promise<Translator> {
  const { texts } = await sources[languageFor(hostLanguage)]();
  return translator(hostLanguage, texts);
}
