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

  test('shows states in the table', async () => {
    const lime = await e2e.open(e2e.at.pages.table);
    await lime.sees(lime.page.locator('limel-table limel-chip').filter({ hasText: 'Credited' }));
    await lime.close();
  });
});
