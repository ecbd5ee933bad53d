import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EndToEnd, screenshots } from './support.ts';

const e2e = new EndToEnd();

/** What Chromium itself writes to the console when an answer is an error; the page has told the user in words. */
const failedRequest = /the server responded with a status of (403|409|502|504)/;

describe('an invoice in Lime', () => {
  test('is disputed from the action menu, and undisputed, paused and resumed', async () => {
    const { synced } = e2e.at.invoices;
    const lime = await e2e.open(e2e.card(synced));
    await lime.sees(lime.chip('Sent'));

    await lime.chooseAction('Dispute invoice');
    await lime.sees(lime.dialog.getByText(/reminders and debt collection/i));
    expect((await e2e.inBillecta(synced)).disputedDate).toBeNull();
    await lime.confirm();
    await lime.sees(lime.chip('Disputed'));
    await lime.seesText(/is disputed. Collection has stopped/);
    expect((await e2e.inBillecta(synced)).disputedDate).not.toBeNull();

    await lime.chooseAction('Cancel dispute');
    await lime.confirm();
    await lime.seesNot(lime.chip('Disputed'));
    expect((await e2e.inBillecta(synced)).disputedDate).toBeNull();

    await lime.chooseAction('Pause invoice');
    await lime.confirm();
    await lime.sees(lime.chip('Paused'));
    expect((await e2e.inBillecta(synced)).paused).toBe(true);

    await lime.chooseAction('Resume invoice');
    await lime.confirm();
    await lime.seesNot(lime.chip('Paused'));
    expect((await e2e.inBillecta(synced)).paused).toBe(false);
    await lime.close();
  });

  test('is as it was again when the user takes the toast up on its offer to undo', async () => {
    const { synced } = e2e.at.invoices;
    const lime = await e2e.open(e2e.card(synced));
    await lime.chooseAction('Dispute invoice');
    await lime.confirm();
    await lime.sees(lime.chip('Disputed since'));
    await lime.takeOffer('Undo');
    await lime.seesText(/Undone\. The dispute of invoice/);
    await lime.seesNot(lime.chip('Disputed since'));
    expect((await e2e.inBillecta(synced)).disputedDate).toBeNull();
    await lime.close();
  });

  test('is paused until a day, and tells who did and why', async () => {
    const { synced } = e2e.at.invoices;
    const lime = await e2e.open(e2e.card(synced));
    await lime.chooseAction('Pause invoice');
    await lime.chooseDayOfNextMonth(15, join(screenshots, 'calendar.png'));
    await lime.dialog.locator('textarea').fill('Waits for the insurance');
    await lime.screenshot(join(screenshots, 'dialog-pause.png'));
    await lime.confirm();
    await lime.sees(lime.chip('Paused until'));
    await lime.sees(lime.card.locator('.dates').getByText('from Lime'));
    await lime.sees(lime.card.locator('.dates').getByText('“Waits for the insurance”'));
    await lime.sees(
      lime.card
        .locator('li[data-kind=command]')
        .getByText(/from Lime · confirmed in Billecta · until \w+ 15, 20/)
        .first(),
    );
    await lime.screenshot(join(screenshots, 'paused-light.png'));
    await lime.chooseAction('Resume invoice');
    await lime.confirm();
    await lime.seesNot(lime.chip('Paused'));
    await lime.close();
  });

  test('stays on the screen while the computer is offline, and is true again afterwards', async () => {
    const { synced } = e2e.at.invoices;
    const lime = await e2e.open(e2e.card(synced));
    await lime.sees(lime.chip('Sent'));
    // Lime loads its own parts when they are first needed; these are needed meanwhile.
    await lime.openActions();
    await lime.page.keyboard.press('Escape');
    await lime.sees(lime.card.locator('li').first());
    await lime.page.context().setOffline(true);
    await lime.sees(lime.card.getByText('You are offline'));
    await lime.sees(lime.card.getByText('Amount due'));
    // Lime's icons do not come while offline.
    await lime.page.screenshot({ path: join(screenshots, 'offline-light.png') });
    await lime.page.context().setOffline(false);
    await lime.seesNot(lime.card.getByText('You are offline'));
    // The last one is what Lime's icons throw.
    await lime.close(/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|^Failed to fetch$/);
  });

  test('is left alone when the user thinks better of it', async () => {
    const { synced } = e2e.at.invoices;
    const lime = await e2e.open(e2e.card(synced));
    await lime.chooseAction('Dispute invoice');
    await lime.dismiss();
    await lime.seesNot(lime.dialog);
    expect((await e2e.inBillecta(synced)).disputedDate).toBeNull();
    await lime.close();
  });

  test('refuses while it is not synced, and says what to do', async () => {
    const lime = await e2e.open(e2e.card(e2e.at.invoices.unsynced));
    await lime.sees(lime.chip('Not synced'));
    await lime.chooseAction('Dispute invoice');
    await lime.sees(lime.alert.getByText(/not synced with Billecta yet/));
    await lime.close();
  });

  test('refuses a command that makes no sense now, and says why', async () => {
    const lime = await e2e.open(e2e.card(e2e.at.invoices.disputed));
    await lime.sees(lime.chip('Disputed'));
    await lime.chooseAction('Dispute invoice');
    await lime.sees(lime.alert.getByText(/already disputed/));
    await lime.close();
  });

  test('refuses a reader', async () => {
    const { synced } = e2e.at.invoices;
    const lime = await e2e.open(e2e.card(synced), { who: 'reader' });
    await lime.sees(lime.chip('Sent'));
    await lime.sees(lime.card.getByText(/not change it/));
    expect(await lime.cardButton('Pause invoice').isDisabled()).toBe(true);
    await lime.chooseAction('Pause invoice');
    await lime.sees(lime.alert.getByText(/not change it/));
    expect((await e2e.inBillecta(synced)).paused).toBe(false);
    await lime.close();
  });

  test("shows Billecta's own words when Billecta refuses, and the command can be given again", async () => {
    const { synced } = e2e.at.invoices;
    const lime = await e2e.open(e2e.card(synced));
    await e2e.fault({
      kind: 'refuse',
      operation: 'pause',
      message: 'Fakturan hanteras av inkasso',
      times: 1,
    });
    await lime.chooseAction('Pause invoice');
    await lime.confirm();
    await lime.sees(lime.dialog.getByText('Fakturan hanteras av inkasso'));
    await lime.seesNot(lime.chip('Paused'));
    await lime.dismiss();
    await lime.chooseAction('Pause invoice');
    await lime.confirm();
    await lime.sees(lime.chip('Paused'));
    await lime.chooseAction('Resume invoice');
    await lime.confirm();
    await lime.seesNot(lime.chip('Paused'));
    await lime.close(failedRequest);
  });

  test('claims nothing while Billecta is away', async () => {
    const { synced } = e2e.at.invoices;
    const lime = await e2e.open(e2e.card(synced));
    await lime.sees(lime.chip('Sent'));
    await e2e.fault({ kind: 'outage', how: 'cut' });
    await lime.chooseAction('Dispute invoice');
    await lime.confirm();
    await lime.sees(lime.dialog.getByText('Checking the result').first());
    await lime.seesNot(lime.chip('Disputed'));
    await e2e.clearFaults();
    await lime.dismiss();
    expect((await e2e.inBillecta(synced)).disputedDate).toBeNull();
    await lime.close(failedRequest);
  });

  test('shows what happens in Billecta without a reload', async () => {
    const { paused } = e2e.at.invoices;
    const lime = await e2e.open(e2e.card(paused));
    await lime.sees(lime.chip('Paused'));
    await e2e.registerPayment(paused);
    await lime.sees(lime.chip('Paid'));
    await lime.close();
  });

  test.each([
    ['sv', 'Bestridd sedan', 'Ta bort bestridande'],
    ['en', 'Disputed since', 'Cancel dispute'],
    ['no', 'Bestridt siden', 'Fjern bestridelse'],
    ['da', 'Bestridt siden', 'Fjern bestridelse'],
    ['fi', 'Riitautettu', 'Poista riitautus'],
    ['de', 'Bestritten seit', 'Bestreitung entfernen'],
    ['nl', 'Betwist sinds', 'Betwisting verwijderen'],
  ] as const)('speaks %s to those who do', async (language, disputed, act) => {
    const lime = await e2e.open(e2e.card(e2e.at.invoices.disputed), { language });
    await lime.sees(lime.chip(disputed));
    await lime.chooseAction(act);
    await lime.sees(lime.dialog.getByText(act).filter({ visible: true }).first());
    await lime.screenshot(join(screenshots, `language-${language}.png`));
    await lime.dismiss();
    await lime.close();
  });

  test('is told by the keyboard alone', async () => {
    const { synced } = e2e.at.invoices;
    const lime = await e2e.open(e2e.card(synced));
    await lime.sees(lime.chip('Sent'));
    await lime.card.getByRole('button', { name: 'Pause invoice' }).focus();
    await lime.page.keyboard.press('Enter');
    await lime.sees(lime.dialog.getByText(/reminder/i).first());
    await lime.page.keyboard.press('Escape');
    await lime.seesNot(lime.dialog);
    await lime.close();
  });
});

describe('the table', () => {
  test('shows every state in words', async () => {
    const lime = await e2e.open(e2e.at.pages.table);
    const states = [
      'Not synced',
      'Disputed',
      'Paused',
      'Draft',
      'Attested',
      'overdue',
      'Reminder sent',
      'Debt collection',
    ];
    for (const state of [...states, 'Paid', 'Credited']) {
      await lime.sees(lime.page.locator('limel-table .chip').filter({ hasText: state }).first());
    }
    await lime.close();
  });

  test('changes as Billecta changes', async () => {
    const lime = await e2e.open(e2e.at.pages.table);
    const { synced } = e2e.at.invoices;
    const { invoiceNumber } = await e2e.inBillecta(synced);
    await lime.sees(lime.rowChips(invoiceNumber ?? '').filter({ hasText: 'Sent' }));
    await e2e.registerPayment(synced);
    await lime.sees(lime.rowChips(invoiceNumber ?? '').filter({ hasText: 'Paid' }));
    await lime.close();
  });
});
