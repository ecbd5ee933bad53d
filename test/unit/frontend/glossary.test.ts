import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { texts as en } from '../../../frontend/i18n/en.ts';
import { texts as panelEn } from '../../../frontend/i18n/panel/en.ts';
import { texts as panelSv } from '../../../frontend/i18n/panel/sv.ts';
import { texts as sv } from '../../../frontend/i18n/sv.ts';
import type { Text } from '../../../frontend/i18n/text.ts';
import { commandTitles } from '../../../frontend/i18n/titles.ts';

/** The rows of the table of words, by column. */
const rows = readFileSync(new URL('../../../docs/glossary.md', import.meta.url), 'utf8')
  .split('## The words users read')[1]
  ?.split('## ')[0]
  ?.split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => line.split('|').slice(1, -1))
  .map((cells) => cells.map((cell) => cell.trim()))
  .map(([english = '', swedish = '', keys = '', notEnglish = '', notSwedish = '']) => ({
    keys: [...keys.matchAll(/`([^`]+)`/g)].map(([, key = '']) => key),
    english: { word: english, not: words(notEnglish) },
    swedish: { word: swedish, not: words(notSwedish) },
  }));

function words(cell: string): string[] {
  return cell.split(',').flatMap((word) => word.trim() || []);
}

const formsOf = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const titlesOf = (language: 'en' | 'sv') =>
  Object.values(commandTitles[language]).flatMap(Object.values) as string[];

const dictionaries = {
  english: { texts: { ...en, ...panelEn } as Record<string, Text>, titles: titlesOf('en') },
  swedish: { texts: { ...sv, ...panelSv } as Record<string, Text>, titles: titlesOf('sv') },
};

/** Matches the word wherever one begins; `*` is any ending. */
function pattern(word: string): RegExp {
  const stem = word.replace(/\*$/, '');
  const ending = word.endsWith('*') ? '' : '(?![\\p{L}])';
  return new RegExp(`(?<![\\p{L}])${stem}${ending}`, 'iu');
}

describe.each(['english', 'swedish'] as const)('what users read in %s', (language) => {
  const { texts, titles } = dictionaries[language];

  test('the table is read', () => expect(rows?.length).toBeGreaterThan(15));

  for (const { keys, [language]: term } of rows ?? []) {
    test(`says ${term.word}`, () => {
      expect(keys.length).toBeGreaterThan(0);
      for (const key of keys)
        for (const form of formsOf(texts[key] ?? '')) expect(form, key).toMatch(pattern(term.word));
    });

    test.runIf(term.not.length > 0)(`does not say ${term.not.join(', ')}`, () => {
      const all = [...Object.values(texts).flatMap(formsOf), ...titles];
      for (const word of term.not)
        expect(
          all.filter((form) => pattern(word).test(form)),
          word,
        ).toEqual([]);
    });
  }
});
