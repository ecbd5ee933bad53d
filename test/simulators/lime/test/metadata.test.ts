import { describe, expect, test } from 'vitest';
import { get, seed, start } from './support.ts';

interface Described {
  name: string;
  _links: { related_type?: { name: string } };
}

describe('the metadata of a limetype', () => {
  test('has no properties unless they are embedded, and no acl', async () => {
    const lime = await start();

    expect(await (await get(lime, 'limetype/invoice/')).json()).toEqual({
      name: 'invoice',
      localname: { singular: 'Invoice', plural: 'Invoices' },
      _links: {},
    });
  });

  test('describes each property under _embedded, an option with its keys', async () => {
    const lime = await start();

    const { properties, _embedded } = await (await get(lime, 'limetype/invoice/?_embed=properties')).json();

    expect(properties).toBeUndefined();
    expect(_embedded.properties).toContainEqual({
      name: 'invoicenumber',
      localname: 'Invoice number',
      type: 'string',
      required: true,
      length: 32,
      _links: {},
    });
    const status = _embedded.properties.find(({ name }: Described) => name === 'invoicestatus');
    expect(status.options).toContainEqual({ key: 'sent', text: 'Sent', inactive: false });
  });

  test('tells by a link where a relation leads, to one and to many', async () => {
    const lime = await start();

    const { _embedded } = await (await get(lime, 'limetype/invoice/?_embed=properties')).json();
    const relations = _embedded.properties.filter(({ _links }: Described) => _links.related_type);

    expect(relations).toEqual([
      {
        name: 'debtor',
        localname: 'Debtor',
        type: 'belongsto',
        required: false,
        _links: { related_type: { name: 'debtor' } },
      },
      {
        name: 'payments',
        localname: 'Payments',
        type: 'hasmany',
        required: false,
        _links: { related_type: { name: 'payment' } },
      },
    ]);
  });

  test('comes for all limetypes at once, to a user who may read them', async () => {
    const lime = await start({ candidates: { unreadableLimetype: 'hidden' } });
    const limetypes = async (query: string) =>
      (await (await get(lime, `limetype/${query}`, 'user')).json())._embedded.limetypes;

    const all = await limetypes('?_embed=limetypes.properties');
    expect(all.map(({ name }: Described) => name)).toEqual(['invoice', 'debtor', 'payment']);
    expect(all[1]._embedded.properties[0]).toMatchObject({ name: 'name', type: 'string' });
    expect((await limetypes(''))[1]).not.toHaveProperty('_embedded');
  });
});

describe('a relation to many', () => {
  test('has links and no value; its list and _embed show the related objects', async () => {
    const lime = await start();
    const id = lime.addInvoice(seed);
    lime.addObject('payment', { paymentpublicid: 'p-1', invoice: id });
    lime.addObject('payment', { paymentpublicid: 'p-2' });

    const invoice = await (await get(lime, `limeobject/invoice/${id}/?_embed=payments`)).json();
    const payments = await (await get(lime, `limeobject/invoice/${id}/payments/`)).json();

    expect(invoice).not.toHaveProperty('payments');
    expect(invoice._links).toMatchObject({
      limetype: { name: 'invoice' },
      relation_debtor: { name: 'debtor' },
      relation_payments: { name: 'payments' },
      new_payments: { href: `${lime.baseUrl}/api/v1/limeobject/payment/` },
    });
    expect(invoice._links).not.toHaveProperty('new_debtor');
    expect(invoice._embedded.relation_payments).toMatchObject([{ paymentpublicid: 'p-1' }]);
    expect(payments._embedded.limeobjects).toMatchObject([{ paymentpublicid: 'p-1' }]);
  });
});
