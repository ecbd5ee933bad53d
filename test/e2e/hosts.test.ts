import { describe, expect, test } from 'vitest';
import { EndToEnd } from './support.ts';

/** What a Lime can be like, where its documents leave that open or its versions differ. */
const hosts = [
  ['a Lime with the services of 2.1 only', { hostVersion: '2.1' }],
  ['a Lime 7 that answers for the platform when asked', { platformDelivery: 'context-request' }],
] as const;

describe.each(hosts)('%s', (_, candidates) => {
  const e2e = new EndToEnd(candidates);

  test('shows an invoice, disputes it, and takes that back', async () => {
    const { synced } = e2e.at.invoices;
    const lime = await e2e.open(e2e.card(synced));
    await lime.sees(lime.chip('Sent'));
    await lime.cardButton('Dispute invoice').click();
    await lime.confirm();
    await lime.sees(lime.chip('Disputed since'));
    expect((await e2e.inBillecta(synced)).disputedDate).not.toBeNull();
    await lime.takeOffer('Undo');
    await lime.seesNot(lime.chip('Disputed since'));
    await lime.close();
  });

  test('shows the invoice that Lime has moved on to, on the card that stands there already', async () => {
    const { synced, paused } = e2e.at.invoices;
    const [first, second] = await Promise.all([e2e.inBillecta(synced), e2e.inBillecta(paused)]);
    const lime = await e2e.open(e2e.card(synced));
    await lime.sees(lime.card.getByText(`Invoice ${first.invoiceNumber}`));
    await lime.card.evaluate((card) => card.setAttribute('data-first', ''));
    await lime.moveTo(e2e.card(paused));
    await lime.sees(lime.card.getByText(`Invoice ${second.invoiceNumber}`));
    await lime.sees(lime.cardButton('Resume invoice'));
    expect(await lime.card.getAttribute('data-first')).toBe('');
    expect(await lime.card.getByText(`Invoice ${first.invoiceNumber}`).count()).toBe(0);
    await lime.close();
  });

  test('shows nothing on the card of a debtor, and asks for no invoice', async () => {
    const { synced } = e2e.at.invoices;
    // There is a debtor with the same id.
    expect(e2e.demo.lime.object('debtor', synced)).toBeDefined();
    const lime = await e2e.open(e2e.card(synced));
    await lime.sees(lime.card.locator('li').first());
    const asked: string[] = [];
    lime.page.on('request', (request) => asked.push(request.url()));
    await lime.moveTo(e2e.debtorCard(synced));
    await lime.page.locator('lime-debtor-card limel-header').waitFor();
    // What the invoice's own card had begun to ask before is over.
    asked.length = 0;
    await lime.card.waitFor({ state: 'attached' });
    await lime.page.waitForLoadState('networkidle');
    expect(await lime.card.evaluate((card) => card.shadowRoot?.querySelectorAll('*').length)).toBe(0);
    expect(asked.filter((url) => url.includes(`/invoices/${synced}`))).toEqual([]);
    await lime.close();
  });

  test('shows states in the table', async () => {
    const lime = await e2e.open(e2e.at.pages.table);
    await lime.sees(lime.page.locator('limel-table .chip').filter({ hasText: 'Credited' }));
    await lime.close();
  });
});

describe('a Lime Admin without a command bus', () => {
  const e2e = new EndToEnd({ adminCommandBus: false });

  test('shows the panel, and offers what can be placed', async () => {
    const lime = await e2e.open(e2e.at.pages.admin, { who: 'admin', language: 'sv' });
    await lime.sees(lime.panel.locator('.verdict'));
    const offered = lime.page.locator('section[aria-labelledby=pickers-heading] .tabulator-row');
    await lime.sees(offered.filter({ hasText: 'Faktura i Billecta' }).filter({ hasText: 'card-widget' }));
    await lime.sees(offered.filter({ hasText: 'Synkning med Billecta' }).filter({ hasText: 'start-page' }));
    await lime.close();
  });
});
