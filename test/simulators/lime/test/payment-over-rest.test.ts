import { describe, expect, test } from 'vitest';
import { as, get, seed, start } from './support.ts';

describe('a payment over REST', () => {
  test('belongs to an invoice and a debtor by their ids, and to none when it is unmatched', async () => {
    const lime = await start();
    const invoice = lime.addInvoice({ ...seed, debtorPublicId: 'd-1' });
    const { debtor = null } = lime.object('invoice', invoice);
    const post = (body: object) =>
      fetch(`${lime.baseUrl}/api/v1/limeobject/payment/`, {
        method: 'POST',
        headers: as(lime, 'service'),
        body: JSON.stringify(body),
      });

    await post({ paymentpublicid: 'p-1', paymenttype: 'overpaymentmatched', invoice, debtor, amount: 12.5 });
    await post({ paymentpublicid: 'p-2', paymenttype: 'unmatched', sendername: 'Okänd' });
    expect((await post({ paymenttype: 'payment' })).status).toBe(400);

    const [first, second] = lime.objects('payment');
    expect(first?.properties).toMatchObject({ paymentpublicid: 'p-1', invoice, debtor, amount: 12.5 });
    expect(await (await get(lime, `limeobject/payment/${first?.id}/`)).json()).toMatchObject({
      invoice,
      debtor,
      paymenttype: { key: 'overpaymentmatched', text: 'Overpayment used' },
    });
    expect(await (await get(lime, `limeobject/payment/${second?.id}/`)).json()).toMatchObject({
      invoice: null,
      debtor: null,
      sendername: 'Okänd',
    });
  });

  test('debtors of one name are told apart by their Billecta ids', async () => {
    const lime = await start();
    for (const debtorPublicId of ['d-1', 'd-2', 'd-1']) lime.addInvoice({ ...seed, debtorPublicId });
    expect(lime.objects('debtor').map(({ properties }) => properties.debtorpublicid)).toEqual(['d-1', 'd-2']);
  });
});
