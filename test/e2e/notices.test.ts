import { expect, test } from 'vitest';
import { EndToEnd } from './support.ts';

const e2e = new EndToEnd();

test('what the debtor wrote is on the card until somebody marks it as read, by keyboard', async () => {
  const lime = await e2e.open(e2e.card(e2e.at.invoices.commented), { language: 'sv' });
  await lime.sees(lime.chip('Kunden har kommenterat'));
  await lime.sees(lime.card.locator('[data-notice=comment]').getByText('Vi har aldrig fått varorna'));
  await lime.card.getByRole('button', { name: 'Markera som läst' }).focus();
  await lime.page.keyboard.press('Enter');
  await lime.sees(lime.card.getByText('Markerat som läst.'));
  expect(await lime.chip('Kunden har kommenterat').count()).toBe(0);
  await lime.page.reload();
  await lime.sees(lime.chip('Skickad'));
  expect(await lime.chip('Kunden har kommenterat').count()).toBe(0);
  await lime.close();
});

test('one who may only read sees it, and is not offered to mark it', async () => {
  const { undelivered } = e2e.at.invoices;
  const lime = await e2e.open(e2e.card(undelivered), { who: 'reader', language: 'sv' });
  await lime.sees(lime.chip('Ej levererad'));
  await lime.sees(lime.card.getByText('Be din Lime-administratör om ändringsrätt.'));
  expect(await lime.card.getByRole('button', { name: 'Markera som läst' }).count()).toBe(0);
  await lime.page.close();
});

test('why autogiro failed is told on the card and in the timeline', async () => {
  const lime = await e2e.open(e2e.card(e2e.at.invoices.autogiro), { language: 'sv' });
  await lime.sees(lime.chip('Autogiro misslyckades'));
  await lime.sees(lime.card.locator('[data-notice=autogiro]').getByText('Täckning saknas'));
  await lime.sees(lime.card.locator('[data-kind=notice]').getByText('Täckning saknas'));
  await lime.close();
});
