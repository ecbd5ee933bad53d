import { join } from 'node:path';
import { describe, test } from 'vitest';
import { EndToEnd, screenshots, type View } from './support.ts';

const e2e = new EndToEnd();

const views: ReadonlyArray<View & { name: string }> = [
  { name: 'light', theme: 'light' },
  { name: 'dark', theme: 'dark' },
  { name: 'narrow', theme: 'light', width: 320, language: 'sv' },
];

/** Every view opens without an error; its picture is left in test/e2e/screenshots for a person. Pictures are not compared. */
describe.each(views)('$name', ({ name, ...view }) => {
  const picture = (what: string) => join(screenshots, `${what}-${name}.png`);

  test('card, menu and dialog', async () => {
    const lime = await e2e.open(e2e.card(e2e.at.invoices.synced), view);
    await lime.sees(lime.chip(view.language === 'sv' ? 'Skickad' : 'Sent'));
    await lime.screenshot(picture('card'));
    await lime.openActions();
    await lime.screenshot(picture('menu'));
    await lime.page.keyboard.press('Escape');
    await lime.chooseAction(view.language === 'sv' ? 'Markera som bestridd' : 'Dispute invoice');
    await lime.sees(lime.dialog.locator('limel-select'));
    await lime.screenshot(picture('dialog'));
    await lime.close();
  });

  test('pause dialog', async () => {
    const lime = await e2e.open(e2e.card(e2e.at.invoices.disputed), view);
    await lime.chooseAction(view.language === 'sv' ? 'Pausa faktura' : 'Pause invoice');
    await lime.sees(lime.dialog.locator('[type=date]'));
    await lime.screenshot(picture('dialog-pause'));
    await lime.close();
  });

  test('table', async () => {
    const lime = await e2e.open(e2e.at.pages.table, view);
    await lime.sees(lime.page.locator('limel-table .chip').filter({ hasText: /Credited|Krediterad/ }));
    await lime.screenshot(picture('table'));
    await lime.close();
  });

  test('disputed and unsynced card', async () => {
    const disputed = await e2e.open(e2e.card(e2e.at.invoices.disputed), view);
    await disputed.sees(disputed.chip(view.language === 'sv' ? 'Bestridd' : 'Disputed'));
    await disputed.screenshot(picture('disputed'));
    await disputed.card.screenshot({ path: picture('disputed-card'), animations: 'disabled' });
    await disputed.close();
    const unsynced = await e2e.open(e2e.card(e2e.at.invoices.unsynced), view);
    await unsynced.sees(unsynced.chip(view.language === 'sv' ? 'Inte synkad' : 'Not synced'));
    await unsynced.screenshot(picture('unsynced'));
    await unsynced.close();
  });
});
