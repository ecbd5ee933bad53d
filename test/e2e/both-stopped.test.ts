import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EndToEnd, screenshots } from './support.ts';

const e2e = new EndToEnd();

describe('an invoice that is both paused and disputed', () => {
  test('stays stopped when its dispute is cancelled, and the dialog and the toast say so', async () => {
    const { paused } = e2e.at.invoices;
    const lime = await e2e.open(e2e.card(paused), { language: 'sv' });
    await lime.cardButton('Markera som bestridd').click();
    await lime.confirm();
    await lime.sees(lime.chip('Bestridd'));
    await lime.seesText(/Faktura \d+ är bestridd/);
    await lime.cardButton('Ta bort bestridande').click();
    await lime.sees(lime.dialog.getByText(/Den är fortfarande pausad/));
    await lime.screenshot(join(screenshots, 'dialog-both-stopped.png'));
    await lime.confirm();
    await lime.seesText(/Bestridandet av faktura \d+ är borttaget\. Den är fortfarande pausad/);
    await lime.screenshot(join(screenshots, 'toast-both-stopped.png'));
    expect(await e2e.inBillecta(paused)).toMatchObject({ paused: true, disputedDate: null });
    await lime.close();
  });

  test('keeps the end of its pause, which can be changed and taken away', async () => {
    const { paused } = e2e.at.invoices;
    const lime = await e2e.open(e2e.card(paused));
    await lime.cardButton('Change end date').click();
    await lime.chooseDayOfNextMonth(15, join(screenshots, 'calendar-change-end.png'));
    await lime.screenshot(join(screenshots, 'dialog-change-end.png'));
    await lime.confirm();
    await lime.sees(lime.chip('Paused until'));
    await lime.seesText(/Invoice \d+ is paused until/);
    await lime.chooseAction('Dispute invoice');
    await lime.confirm();
    await lime.sees(lime.chip('Disputed since'));
    await lime.sees(lime.chip('Paused until'));
    await lime.seesText(/Invoice \d+ is disputed/);
    await lime.takeOffer('Undo');
    await lime.seesText(/is still paused until/);
    await lime.sees(lime.chip('Paused until'));
    await lime.screenshot(join(screenshots, 'card-change-end.png'));
    await lime.close();
  });
});

test('a pause of many invoices offers to change the end of those that are paused, off at first', async () => {
  const { synced, paused } = e2e.at.invoices;
  const lime = await e2e.open(e2e.at.pages.table, { language: 'sv' });
  for (const limeId of [synced, paused])
    await lime.selectRow((await e2e.inBillecta(limeId)).invoiceNumber ?? '');
  await lime.chooseAction('Pausa fakturor');
  await lime.sees(lime.bulkDialog.getByText('Ändra slutdatum även för 1 som redan är pausad'));
  await lime.screenshot(join(screenshots, 'bulk-change-end.png'));
  await lime.bulkDialog.locator('limel-checkbox label').click();
  await lime.bulkDialog.locator('[data-button=confirm]').click();
  await lime.sees(lime.bulkDialog.getByText('Nytt slutdatum (1)'));
  await lime.screenshot(join(screenshots, 'bulk-changed-end.png'));
  await lime.bulkDialog.locator('[data-button=dismiss]').click();
  await lime.close();
});
