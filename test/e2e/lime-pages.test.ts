import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EndToEnd, screenshots, type View } from './support.ts';

const e2e = new EndToEnd();

/** Asks Lime's REST as the administrator. */
async function lime(method: string, path: string, body?: object): Promise<Record<string, unknown>> {
  const { lime: origin, database, keys } = e2e.at;
  const answer = await fetch(`${origin}/${database}/api/v1/limeobject/${path}`, {
    method,
    headers: { 'x-api-key': keys.admin },
    ...(body && { body: JSON.stringify(body) }),
  });
  expect(answer.ok).toBe(true);
  return (await answer.json()) as Record<string, unknown>;
}

const views: ReadonlyArray<View & { name: string }> = [
  { name: 'light', theme: 'light' },
  { name: 'dark', theme: 'dark' },
  { name: 'narrow', theme: 'light', width: 320, language: 'sv' },
];

describe('what Billecta says, in Lime', () => {
  test.each(views)('is on the cards and in the payments table ($name)', async ({ name, ...view }) => {
    const { overpaid } = e2e.at.invoices;
    const { debtor } = await lime('GET', `invoice/${overpaid}/`);
    const payment = {
      paymentpublicid: randomUUID(),
      paymentdate: '2026-03-02T00:00:00+01:00',
      amount: 43.21,
    };
    await lime('POST', 'payment/', { ...payment, paymenttype: 'overpayment', invoice: overpaid, debtor });
    const unmatched = { ...payment, paymentpublicid: randomUUID(), paymenttype: 'unmatched' };
    await lime('POST', 'payment/', { ...unmatched, sendername: `Okänd ${name}` });

    const page = await e2e.open(e2e.card(overpaid), view);
    await page.sees(page.page.getByText(/43,21\skr · Overpayment/).first());
    await page.screenshot(join(screenshots, `invoice-in-lime-${name}.png`));
    await page.page.getByRole('link', { name: 'Skellefte El & Larm AB' }).click();
    await page.sees(page.page.getByText('Kanalgatan 59'));
    await page.sees(page.page.getByText(/43,21\skr · Overpayment/).first());
    await page.screenshot(join(screenshots, `debtor-in-lime-${name}.png`));
    expect(await page.page.evaluate(() => document.documentElement.scrollWidth)).toBe(view.width ?? 1280);

    await page.page.getByRole('link', { name: /^(Payments|Betalningar)$/ }).click();
    await page.sees(page.page.locator('.tabulator-row').filter({ hasText: 'Unmatched payment' }).first());
    await page.screenshot(join(screenshots, `payments-in-lime-${name}.png`));
    expect(await page.page.evaluate(() => document.documentElement.scrollWidth)).toBe(view.width ?? 1280);
    await page.close();
  });

  test('is read again when the person comes back to the window', async () => {
    const { overpaid } = e2e.at.invoices;
    const { debtor } = await lime('GET', `invoice/${overpaid}/`);
    const page = await e2e.open(e2e.card(overpaid));
    await page.page.getByRole('link', { name: 'Skellefte El & Larm AB' }).click();
    await page.sees(page.page.getByText('Kanalgatan 59'));
    await lime('PUT', `debtor/${debtor}/`, { address: 'Nygatan 1', autogirostate: 'failed' });
    await page.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.sees(page.page.getByText('Nygatan 1'));
    await page.sees(page.page.getByText('Approval failed'));
    await lime('PUT', `debtor/${debtor}/`, { address: 'Kanalgatan 59', autogirostate: 'none' });
    await page.close();
  });

  test('says nothing of a debtor that does not exist', async () => {
    const page = await e2e.open(e2e.card(e2e.at.invoices.overpaid));
    await page.page.goto(e2e.card(1).replace('invoice', 'debtor'));
    await page.seesText('The debtor does not exist');
    await page.close(/404/);
  });
});
