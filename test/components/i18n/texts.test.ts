import { expect } from 'chai';
import type { CommandName } from '../../../bff/contract/command.ts';
import { texts as da } from '../../../frontend/i18n/da.ts';
import { texts as de } from '../../../frontend/i18n/de.ts';
import { texts as en } from '../../../frontend/i18n/en.ts';
import { texts as fi } from '../../../frontend/i18n/fi.ts';
import type { Language } from '../../../frontend/i18n/languages.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import { texts as nl } from '../../../frontend/i18n/nl.ts';
import { texts as no } from '../../../frontend/i18n/no.ts';
import { texts as sv } from '../../../frontend/i18n/sv.ts';
import type { Text } from '../../../frontend/i18n/text.ts';
import { commandTitles } from '../../../frontend/i18n/titles.ts';

const translations = { sv, no, da, fi, de, nl };
/** Texts that may rightly be the same in English and in another language. */
const mayBeTheSame = ['card.next-event.on', 'problem.request-id', 'origin.billecta'];

const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placeholders = (text: Text) => new Set(forms(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []));

describe('the texts', () => {
  for (const [language, texts] of Object.entries(translations)) {
    it(`are all there in ${language}, with the same placeholders`, () => {
      expect(Object.keys(texts).sort()).to.deep.equal(Object.keys(en).sort());
      for (const key of Object.keys(en) as (keyof typeof en)[])
        expect([...placeholders(texts[key])].sort(), key).to.deep.equal([...placeholders(en[key])].sort());
    });

    it(`have every plural form that ${language} has`, () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      const plurals = Object.values(texts).filter((text) => typeof text !== 'string');
      expect(plurals).not.to.deep.equal([]);
      for (const text of plurals) expect(Object.keys(text)).to.have.members(pluralCategories);
    });

    it(`are translated in ${language}`, () => {
      const same = (Object.keys(en) as (keyof typeof en)[]).filter((key) => texts[key] === en[key]);
      expect(same.filter((key) => !mayBeTheSame.includes(key))).to.deep.equal([]);
      for (const [name, { title, description }] of Object.entries(commandTitles[language as Language])) {
        const { title: enTitle, description: enDescription } = commandTitles.en[name as CommandName];
        expect([title, description]).not.to.include.oneOf([enTitle, enDescription]);
      }
    });
  }

  it('are all used somewhere', async () => {
    const source = await (await fetch('/frontend-source')).text();
    const patterns = [
      ...source.matchAll(/(['`])((?:[a-z-]+|\$\{[^}]+\})(?:\.(?:[A-Za-z-]+|\$\{[^}]+\}))+)\1/g),
    ].map(
      ([, , key]) =>
        new RegExp(`^${(key ?? '').replace(/\./g, '\\.').replace(/\$\{[^}]+\}/g, '[A-Za-z-]+')}$`),
    );
    const unused = Object.keys(en).filter((key) => !patterns.some((pattern) => pattern.test(key)));
    expect(unused).to.deep.equal([]);
  });

  it('are English for a language that we do not have', async () => {
    for (const language of ['en', 'en_us', 'en-GB', 'fr', '', 'xx-nonsense'])
      expect((await loadTranslator(language)).text('stage.paid'), language).to.equal('Paid');
  });

  it('are in the language of the session, however it is written', async () => {
    const paid = {
      Betald: ['sv', 'sv-SE', 'sv_SE', 'SV'],
      Betalt: ['no', 'nb', 'nn-NO', 'da', 'da_DK'],
      Maksettu: ['fi', 'fi-FI'],
      Bezahlt: ['de', 'de-AT'],
      Betaald: ['nl', 'nl_BE'],
    };
    for (const [text, languages] of Object.entries(paid))
      for (const language of languages)
        expect((await loadTranslator(language)).text('stage.paid'), language).to.equal(text);
  });

  it('take values, and pick the plural form by count', async () => {
    const t = await loadTranslator('sv');
    expect(t.text('card.heading', { number: '7' })).to.equal('Faktura 7');
    expect(t.text('chip.overdue', { count: 1 })).to.equal('Förfallen sedan 1 dag');
    expect(t.text('chip.overdue', { count: 12 })).to.equal('Förfallen sedan 12 dagar');
  });

  it('come with the finer locale of the host, where the words are of that language', async () => {
    expect((await loadTranslator('en_us')).locale).to.equal('en-US');
    expect((await loadTranslator('de_AT')).locale).to.equal('de-AT');
    expect((await loadTranslator('fr')).locale).to.equal('en');
    expect((await loadTranslator('sv-!')).locale).to.equal('sv');
    for (const norwegian of ['no', 'nb', 'nn', 'nb-NO', 'nn_NO', 'NN'])
      expect((await loadTranslator(norwegian)).locale, norwegian).to.match(/^no(-NO)?$/);
  });
});
