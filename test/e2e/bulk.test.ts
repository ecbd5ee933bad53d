import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EndToEnd, screenshots, type View } from './support.ts';

const e2e = new EndToEnd();

const numbers = async (...limeIds: number[]) =>
  Promise.all(limeIds.map(async (limeId) => (await e2e.inBillecta(limeId)).invoiceNumber ?? ''));

describe('a selection of invoices', () => {
  test('is counted, disputed, and ends with what succeeded and what did not', async () => {
    const { synced, disputed, paused } = e2e.at.invoices;
    const lime = await e2e.open(e2e.at.pages.table);
    for (const number of await numbers(synced, disputed, paused)) await lime.selectRow(number);
    await lime.chooseAction('Dispute invoices');
    await lime.sees(lime.bulkDialog.getByText('2 of 3 can be disputed'));
    expect((await e2e.inBillecta(synced)).disputedDate).toBeNull();
    await lime.bulkDialog.locator('[data-button=confirm]').click();
    await lime.sees(lime.bulkDialog.getByText('3 of 3 processed'));
    await lime.sees(lime.bulkDialog.getByText('Download results (CSV)'));
    await lime.bulkDialog.locator('[data-button=dismiss]').click();
    await lime.seesNot(lime.bulkDialog);
    expect((await e2e.inBillecta(synced)).disputedDate).not.toBeNull();
    await lime.close();
  });
});

const views: ReadonlyArray<View & { name: string }> = [
  { name: 'light', theme: 'light' },
  { name: 'dark', theme: 'dark' },
  { name: 'narrow', theme: 'light', width: 320, language: 'sv' },
];

/** What each view shows the outcome of: one after the other, so that there is something left to do. */
const outcomeOf: Record<string, string> = {
  light: 'Pause invoices',
  dark: 'Resume invoices',
  narrow: 'Pausa fakturor',
};

/** Pictures to look at. */
describe.each(views)('$name', ({ name, ...view }) => {
  const picture = (what: string) => join(screenshots, `${what}-${name}.png`);

  test('counting', async () => {
    const lime = await e2e.open(e2e.at.pages.table, view);
    const { synced, disputed, paused } = e2e.at.invoices;
    for (const number of await numbers(synced, disputed, paused)) await lime.selectRow(number);
    await lime.chooseAction(view.language === 'sv' ? 'Pausa fakturor' : 'Pause invoices');
    await lime.sees(lime.bulkDialog.getByText(/can be paused|kan pausas/));
    await lime.sees(lime.bulkDialog.locator('[type=date]'));
    await lime.screenshot(picture('bulk-count'));
    await lime.bulkDialog.locator('[data-button=dismiss]').click();
    await lime.seesNot(lime.bulkDialog);
    await lime.close();
  });
});

describe.each(views)('$name', ({ name, ...view }) => {
  test('outcome', async () => {
    const lime = await e2e.open(e2e.at.pages.table, view);
    const { synced, disputed, paused } = e2e.at.invoices;
    for (const number of await numbers(synced, disputed, paused)) await lime.selectRow(number);
    await lime.chooseAction(outcomeOf[name] ?? '');
    await lime.bulkDialog.locator('[data-button=confirm]').click();
    await lime.sees(lime.bulkDialog.getByText(/3 (of|av) 3/));
    await lime.sees(lime.bulkDialog.getByText('CSV'));
    await lime.screenshot(join(screenshots, `bulk-outcome-${name}.png`));
    await lime.bulkDialog.locator('[data-button=dismiss]').click();
    await lime.close();
  });
});
