import { expect } from 'chai';
import type { DriftField, DriftValue } from '../../../bff/contract/admin/reconciliation.ts';
import { loadPanelTranslator } from '../../../frontend/i18n/panel/panel-translator.ts';
import { driftValue } from '../../../frontend/sync-panel/text/drift-text.ts';

const told = async (
  field: DriftField,
  value: DriftValue,
  { currency = null as string | null, language = 'en' } = {},
) => driftValue({ field, currency }, value, await loadPanelTranslator(language)).replace(/\s/g, ' ');

describe('a value that differed', () => {
  it('is money where it is an amount', async () => {
    expect(await told('currentAmount', 100050, { currency: 'SEK' })).to.equal('SEK 1,000.50');
    expect(await told('currentAmount', 0, { currency: 'SEK', language: 'sv' })).to.equal('0,00 kr');
    expect(await told('currentAmount', 100050)).to.equal('100050');
  });

  it('is a stage in the words of the invoice card, or as it came when nobody knows it', async () => {
    expect(await told('stage', 'debt-collection')).to.equal('Debt collection');
    expect(await told('stage', 'somewhere-new')).to.equal('somewhere-new');
  });

  it('is a day as the locale writes it', async () => {
    expect(await told('dueDate', '2025-12-03')).to.equal('Dec 3, 2025');
    expect(await told('nextEventDate', '2025-12-03', { language: 'sv' })).to.equal('3 dec. 2025');
  });

  it('is yes or no, and a dash for nothing', async () => {
    expect(await told('disputed', true)).to.equal('yes');
    expect(await told('paused', false)).to.equal('no');
    expect(await told('dueDate', null)).to.equal('–');
  });

  it("is Billecta's own text for what it does next", async () => {
    expect(await told('nextEvent', 'paid')).to.equal('paid');
  });
});
