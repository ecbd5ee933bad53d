import { expect } from 'chai';
import { texts as en, type PanelKey } from '../../../frontend/i18n/panel/en.ts';
import { loadPanelTranslator } from '../../../frontend/i18n/panel/panel-translator.ts';
import { texts as sv } from '../../../frontend/i18n/panel/sv.ts';
import type { Text } from '../../../frontend/i18n/text.ts';

const translations = { sv };
const keys = Object.keys(en) as PanelKey[];

/** Names, and what is written alike in both languages. */
const mayBeTheSame = [
  'tile.billecta',
  'tile.lime',
  'tile.webhooks',
  'state.ok',
  'check.state.ok',
  'check.webhook-address',
  'commands.csv',
  'filter.more',
  'issues.severity.info',
  'events.event',
  'events.state',
  'rejected.headers',
  'command-origin.lime',
  'run.after',
];

const forms = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));
const placeholders = (text: Text) =>
  [...new Set(forms(text).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();

describe("the sync panel's texts", () => {
  for (const [language, texts] of Object.entries(translations)) {
    it(`are all there in ${language}, with the same placeholders`, () => {
      expect(Object.keys(texts).sort()).to.deep.equal([...keys].sort());
      for (const key of keys) expect(placeholders(texts[key]), key).to.deep.equal(placeholders(en[key]));
    });

    it(`have every plural form that ${language} has`, () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      const plurals = Object.values(texts).filter((text) => typeof text !== 'string');
      expect(plurals).not.to.deep.equal([]);
      for (const text of plurals) expect(Object.keys(text)).to.have.members(pluralCategories);
    });

    it(`are translated in ${language}`, () => {
      const same = keys.filter((key) => JSON.stringify(texts[key]) === JSON.stringify(en[key]));
      expect(same.filter((key) => !mayBeTheSame.includes(key))).to.deep.equal([]);
    });
  }

  it('are all used somewhere', async () => {
    const source = await (await fetch('/frontend-source')).text();
    const patterns = [
      ...source.matchAll(/(['`])((?:[a-z-]+|\$\{[^}]+\})(?:\.(?:[A-Za-z0-9-]+|\$\{[^}]+\}))+)\1/g),
    ].map(
      ([, , key]) =>
        new RegExp(`^${(key ?? '').replace(/\./g, '\\.').replace(/\$\{[^}]+\}/g, '[A-Za-z0-9-]+')}$`),
    );
    expect(keys.filter((key) => !patterns.some((pattern) => pattern.test(key)))).to.deep.equal([]);
  });

  it('group numbers as the language does, and choose the plural form by the number itself', async () => {
    const [english, swedish] = await Promise.all([loadPanelTranslator('en'), loadPanelTranslator('sv')]);
    expect(english.panel('what.event', { count: 1204 })).to.equal('1,204 events could not be applied');
    expect(swedish.panel('what.event', { count: 1 })).to.equal('1 händelse kunde inte bearbetas');
  });

  it('are English for a user of any other language, with numbers as that user writes them', async () => {
    const german = await loadPanelTranslator('de');
    expect(german.panel('what.event', { count: 1204 })).to.equal('1.204 events could not be applied');
  });
});
