import type { CommandName } from '../../bff/contract/command.ts';
import type { TextKey, Texts } from './en.ts';
import { type Language, languageFor, localeFor } from './languages.ts';
import type { Text, Values } from './text.ts';
import { commandTitles } from './titles.ts';

/** The texts of one language, and the locale its numbers and dates are written in. */
export interface Translator {
  readonly language: Language;
  /** Finer than the language where the host says so: `en-GB`. */
  readonly locale: string;
  /** @param values - what to put for the text's `{placeholders}`; `count` also picks its plural form */
  text(key: TextKey, values?: Values): string;
  /** Whether there is such a text, for keys that are made from what others say. */
  knows(key: string): key is TextKey;
  /** The command's name, as on its button. */
  title(command: CommandName): string;
  /** The same for many invoices. */
  bulkTitle(command: CommandName): string;
}

export function translator(hostLanguage: string, texts: Texts): Translator {
  const language = languageFor(hostLanguage);
  return {
    language,
    locale: localeFor(hostLanguage),
    text: (key, values = {}) => wordsIn(localeFor(hostLanguage), language, texts[key], values),
    knows: (key): key is TextKey => Object.hasOwn(texts, key),
    title: (command) => commandTitles[language][command].title,
    bulkTitle: (command) => commandTitles[language][command].bulkTitle,
  };
}

/** A text with its placeholders filled, in the plural form for `count`; numbers are grouped as the locale does. */
export const wordsIn = (locale: string, language: Language, text: Text, values: Values): string =>
  fill(formOf(text, language, values), values, locale);

function formOf(text: Text, language: Language, values: Values): string {
  if (typeof text === 'string') return text;
  return text[new Intl.PluralRules(language).select(Number(values.count))] ?? text.other;
}

function fill(text: string, values: Values, locale: string): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = values[name] ?? placeholder;
    return typeof value === 'number' ? new Intl.NumberFormat(locale).format(value) : value;
  });
}
