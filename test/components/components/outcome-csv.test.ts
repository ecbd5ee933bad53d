import { expect } from 'chai';
import { outcomeCsv } from '../../../frontend/components/task-progress/outcome-csv.ts';
import { loadTranslator } from '../../../frontend/i18n/load-translator.ts';
import { endedTask } from '../support/tasks.ts';

describe('the outcome of a bulk command as a file', () => {
  const rows = async (language: string) => {
    const [refused, , failed] = endedTask().items;
    const items = [
      { ...refused, name: 'Draft for Vasa' },
      { ...failed, current: { amount: 125_050, currency: 'SEK' } },
    ] as ReturnType<typeof endedTask>['items'];
    return outcomeCsv('dispute', items, await loadTranslator(language)).split('\r\n');
  };

  it('is in the language of the user: headings, outcomes, numbers and Swedish time', async () => {
    const [head, refused, failed] = await rows('sv');
    expect(head).to.equal(
      '\uFEFF"Faktura";"Nummer";"Kvar att betala";"Valuta";"Åtgärd";"Utfall";"Orsak";"Tid"',
    );
    expect(refused).to.match(
      /^"Draft for Vasa";"";"";"";"Markera som bestridd";"Hoppades över";"Inte synkad";/,
    );
    expect(failed).to.match(
      /^"1000";"70003";"1250,50";"SEK";"Markera som bestridd";"Misslyckade";"Billecta godkände inte åtgärden: ”Fakturan är låst”";"24 nov\. 2026 11:00"$/,
    );
  });

  it('runs no foreign formula', async () => {
    const [item] = endedTask().items;
    const csv = outcomeCsv(
      'pause',
      [{ ...item, name: '=HYPERLINK("x")' }] as ReturnType<typeof endedTask>['items'],
      await loadTranslator('en'),
    );
    expect(csv).to.contain(`"'=HYPERLINK(""x"")"`);
  });
});
