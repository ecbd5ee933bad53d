import { expect } from 'chai';
import { dayText, instantDayText, money, relativeTime } from '../../../frontend/i18n/format.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';

/** Swedish writes non-breaking spaces and a true minus. */
const plain = (text: string) => text.replace(/\s/g, ' ').replace('−', '-');

describe('how figures are written', () => {
  it('writes money from minor units, in the locale', () => {
    expect(plain(money(123456789, 'SEK', 'sv'))).to.equal('1 234 567,89 kr');
    expect(plain(money(123456789, 'EUR', 'en'))).to.equal('€1,234,567.89');
    expect(plain(money(5, 'SEK', 'sv'))).to.equal('0,05 kr');
    expect(plain(money(-5, 'SEK', 'sv'))).to.equal('-0,05 kr');
    expect(plain(money(0, 'SEK', 'sv'))).to.equal('0,00 kr');
  });

  it('takes the amount as hundredths, whatever decimals the currency has', () => {
    expect(plain(money(125_000, 'ISK', 'en'))).to.equal('ISK 1,250');
    expect(plain(money(125_000, 'JPY', 'en'))).to.equal('¥1,250');
    expect(plain(money(125_050, 'HUF', 'en'))).to.equal('HUF 1,250.50');
  });

  it('writes an amount whose currency is no code', () => {
    expect(plain(money(125_050, 'kronor', 'sv'))).to.equal('1 250,50 kronor');
    expect(plain(money(125_050, '', 'sv'))).to.equal('1 250,50');
  });

  for (const language of ['sv', 'no', 'nb', 'nn', 'nn-NO', 'da', 'fi', 'de', 'nl'])
    it(`writes days as they are written in ${language}, not as in English`, async () => {
      const { locale, language: words } = await loadTranslator(language);
      expect(dayText('2025-05-03', locale)).to.equal(dayText('2025-05-03', words));
      expect(dayText('2025-05-03', locale)).not.to.equal(dayText('2025-05-03', 'en'));
    });

  it('does not round an amount that a float cannot hold', () => {
    expect(money(Number.MAX_SAFE_INTEGER, 'EUR', 'en')).to.equal('€90,071,992,547,409.91');
  });

  it('writes a day as that day, wherever it is read', () => {
    expect(dayText('2025-12-03', 'sv')).to.equal('3 dec. 2025');
    expect(dayText('2025-12-03', 'en-US')).to.equal('Dec 3, 2025');
  });

  it('writes an instant as the day it was in Sweden', () => {
    expect(instantDayText('2025-12-03T23:30:00.000Z', 'sv')).to.equal('4 dec. 2025');
  });

  it('tells how long ago something was', () => {
    const now = new Date('2025-11-03T12:00:00Z');
    const ago = (seconds: number, locale = 'en') => relativeTime(now.getTime() - seconds * 1000, now, locale);
    expect(ago(2)).to.equal('now');
    expect(ago(-30)).to.equal('now');
    expect(ago(12)).to.equal('12 sec. ago');
    expect(ago(90)).to.equal('1 min. ago');
    expect(ago(2 * 3600)).to.equal('2 hr. ago');
    expect(ago(26 * 3600)).to.equal('yesterday');
    expect(plain(ago(12, 'sv'))).to.match(/^för 12 s sed?a?n$/);
  });
});
