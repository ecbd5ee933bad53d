import { expect } from 'chai';
import { texts as en } from '../../../frontend/i18n/en.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import { texts as sv } from '../../../frontend/i18n/sv.ts';
import type { Text } from '../../../frontend/i18n/text.ts';
import { commandTitles } from '../../../frontend/i18n/titles.ts';

const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placeholders = (text: Text) => new Set(forms(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []));

describe('the texts', () => {
  for (const [language, texts] of Object.entries({ sv })) {
    it(`are all there in ${language}, with the same placeholders`, () => {
      expect(Object.keys(texts).sort()).to.deep.equal(Object.keys(en).sort());
      for (const key of Object.keys(en) as (keyof typeof en)[])
        expect([...placeholders(texts[key])].sort(), key).to.deep.equal([...placeholders(en[key])].sort());
    });

    it(`are translated in ${language}`, () => {
      const same = (Object.keys(en) as (keyof typeof en)[]).filter((key) => texts[key] === en[key]);
      expect(same).to.deep.equal(['card.next-event.on']);
      expect(commandTitles[language as 'sv']).not.to.deep.equal(commandTitles.en);
    });
  }

  it('are all used somewhere', async () => {
    const source = await (await fetch('/frontend-source')).text();
    const patterns = [
      ...source.matchAll(/(['`])((?:[a-z-]+|\$\{[^}]+\})(?:\.(?:[a-z-]+|\$\{[^}]+\}))+)\1/g),
    ].map(
      ([, , key]) => new RegExp(`^${(key ?? '').replace(/\./g, '\\.').replace(/\$\{[^}]+\}/g, '[a-z-]+')}$`),
    );
    const unused = Object.keys(en).filter((key) => !patterns.some((pattern) => pattern.test(key)));
    expect(unused).to.deep.equal([]);
  });

  it('are English for a language that we do not have', async () => {
    for (const language of ['en', 'en_us', 'en-GB', 'fi', '', 'xx-nonsense'])
      expect((await loadTranslator(language)).text('chip.disputed'), language).to.equal('Disputed');
  });

  it('are Swedish for every way of writing Swedish', async () => {
    for (const language of ['sv', 'sv-SE', 'sv_SE', 'SV'])
      expect((await loadTranslator(language)).text('chip.disputed'), language).to.equal('Bestridd');
  });

  it('take values, and pick the plural form by count', async () => {
    const t = await loadTranslator('sv');
    expect(t.text('card.heading', { number: '7' })).to.equal('Faktura 7');
    expect(t.text('chip.overdue', { count: 1 })).to.equal('Förfallen 1 dag');
    expect(t.text('chip.overdue', { count: 12 })).to.equal('Förfallen 12 dagar');
  });

  it('come with the finer locale of the host, where the words are of that language', async () => {
    expect((await loadTranslator('en_us')).locale).to.equal('en-US');
    expect((await loadTranslator('fi')).locale).to.equal('en');
    expect((await loadTranslator('sv-!')).locale).to.equal('sv');
  });
});
