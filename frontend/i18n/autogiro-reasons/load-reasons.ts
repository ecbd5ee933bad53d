import type { Language } from '../languages.ts';
import type { AutogiroReasons } from './reasons-en.ts';

interface Source {
  reasons: AutogiroReasons;
  other: string;
}

const sources: Record<Language, () => Promise<Source>> = {
  sv: () => import('./reasons-sv.ts'),
  en: () => import('./reasons-en.ts'),
  no: () => import('./reasons-no.ts'),
  da: () => import('./reasons-da.ts'),
  fi: () => import('./reasons-fi.ts'),
  de: () => import('./reasons-de.ts'),
  nl: () => import('./reasons-nl.ts'),
};

/** Puts Billecta's name of a reason into words; a name that has none is quoted. */
export type ReasonTexts = (code: string) => string;

/** The words of one language, fetched when the first reason has to be shown: few invoices have one. */
export async function loadReasons(language: Language): Promise<ReasonTexts> {
  const { reasons, other } = await sources[language]();
  const known: Record<string, string> = reasons;
  return (code) => (Object.hasOwn(known, code) && known[code]) || other.replace('{code}', () => code);
}
