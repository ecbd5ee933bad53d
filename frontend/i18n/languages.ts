/** The languages that we have texts in, by Lime's own codes. */
export type Language = 'sv' | 'en' | 'no' | 'da' | 'fi' | 'de' | 'nl';

/** Typed so that a language without a place here does not compile. */
const known: Record<Language, Language> & Record<string, Language | undefined> = {
  sv: 'sv',
  en: 'en',
  no: 'no',
  da: 'da',
  fi: 'fi',
  de: 'de',
  nl: 'nl',
};

/** Our language for the host's (`sv`, `sv-SE`, `en_us`, `no`, …); English when we have none. */
export function languageFor(hostLanguage: string): Language {
  return known[baseOf(hostLanguage)] ?? 'en';
}

/** The locale for numbers and dates: the host's own, unless the words around them are in another language. */
export function localeFor(hostLanguage: string): string {
  if (!known[baseOf(hostLanguage)]) return 'en';
  try {
    const locale = asWritten(hostLanguage).replace('_', '-');
    return Intl.DateTimeFormat.supportedLocalesOf(locale)[0] ?? languageFor(hostLanguage);
  } catch {
    return languageFor(hostLanguage);
  }
}

const baseOf = (hostLanguage: string) => asWritten(hostLanguage).split(/[-_]/)[0] ?? '';

/** Bokmål and Nynorsk readers get Norwegian in all: texts, dates, and Lime's own parts. */
const asWritten = (hostLanguage: string) => hostLanguage.toLowerCase().replace(/^n[bn](?![a-z])/, 'no');
