/** The languages that we have texts in, by Lime's own codes. */
export type Language = 'en' | 'sv';

/** Our language for the host's (`sv`, `sv-SE`, `en_us`, `no`, …); English when we have none. */
export function languageFor(hostLanguage: string): Language {
  return baseOf(hostLanguage) === 'sv' ? 'sv' : 'en';
}

/** The locale for numbers and dates: the host's own, unless the words around them are in another language. */
export function localeFor(hostLanguage: string): string {
  const language = languageFor(hostLanguage);
  if (baseOf(hostLanguage) !== language) return language;
  try {
    return Intl.getCanonicalLocales(hostLanguage.replace('_', '-'))[0] ?? language;
  } catch {
    return language;
  }
}

function baseOf(hostLanguage: string): string | undefined {
  return hostLanguage.toLowerCase().split(/[-_]/)[0];
}
