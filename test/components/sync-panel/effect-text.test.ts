import { expect } from 'chai';
import type { Effect } from '../../../bff/contract/admin/preview.ts';
import { loadPanelTranslator } from '../../../frontend/i18n/panel/panel-translator.ts';
import { effectText } from '../../../frontend/sync-panel/text/effect-text.ts';

const paid: Effect = {
  kind: 'changes',
  fields: [
    { field: 'stage', before: 'sent', after: 'paid' },
    { field: 'disputed', before: true, after: false },
    { field: 'currentAmount', before: 125_000, after: 0 },
    { field: 'dueDate', before: null, after: '2025-12-03' },
  ],
  currency: 'SEK',
};

const textIn = async (language: string, ...effects: Effect[]) =>
  effectText(effects, await loadPanelTranslator(language)).replace(/\s/g, ' ');

describe('what an event would come to', () => {
  it('is told field by field, in the words of the language', async () => {
    expect(await textIn('sv', paid)).to.equal(
      'Läge: Skickad → Betald; Bestridd: ja → nej; Kvar att betala: 1 250,00 kr → 0,00 kr; Förfallodatum: – → 3 dec. 2025',
    );
    expect(await textIn('en', paid)).to.contain('Stage: Sent → Paid; Disputed: yes → no');
  });

  it('is told with what is read, noted and written', async () => {
    const effects: Effect[] = [
      { kind: 'noted', what: 'reminder' },
      { kind: 'read', what: 'invoice' },
      { kind: 'written', object: 'payment', billectaId: '4711' },
    ];
    expect(await textIn('sv', ...effects)).to.equal(
      'Påminnelsen noteras på fakturan; fakturan läses i Billecta; betalning 4711 skrivs till Lime',
    );
  });

  it('is told to fail with the cause, and what was said of it', async () => {
    const fails: Effect = { kind: 'fails', cause: 'unreadable', message: 'Its body is no longer kept.' };
    expect(await textIn('sv', fails)).to.equal(
      'Skulle misslyckas, innehållet gick inte att tolka: Its body is no longer kept.',
    );
  });

  it('is told where nothing would change, and why', async () => {
    expect(await textIn('sv')).to.equal('Ingen ändring');
    expect(await textIn('sv', { kind: 'stale' })).to.equal('Ingen ändring, något nyare är redan sparat');
    expect(await textIn('sv', { kind: 'ignored' })).to.equal('Händelsen stöds inte');
  });
});
