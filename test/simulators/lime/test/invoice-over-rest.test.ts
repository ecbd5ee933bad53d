import { describe, expect, test } from 'vitest';
import { as, get, put, seed, start } from './support.ts';

describe('an invoice over REST', () => {
  test('is a HAL document with options as objects, empty texts as "", dates and times with offset', async () => {
    const lime = await start({ now: () => new Date('2026-07-01T10:00:00.5Z') });
    const id = lime.addInvoice({ ...seed, status: 'reminded' });

    const invoice = await (await get(lime, `limeobject/invoice/${id}/`)).json();

    expect(invoice).toMatchObject({
      _id: id,
      _descriptive: '10231',
      _timestamp: '2026-07-01T12:00:00.500000+02:00',
      invoicenumber: '10231',
      actionpublicid: '',
      amount: 1250.5,
      duedate: '2026-12-01T00:00:00+01:00',
      autogirostate: { id: expect.any(Number), key: 'empty', text: '' },
      invoicestatus: { id: expect.any(Number), key: 'reminded', text: 'Reminded' },
      _links: { self: { href: `${lime.baseUrl}/api/v1/limeobject/invoice/${id}/` } },
    });
    const debtor = await get(lime, `limeobject/debtor/${invoice.debtor}/`);
    expect(await debtor.json()).toMatchObject({ name: 'Ås & Co AB' });
  });

  test('is changed by the properties that are sent, the others stay', async () => {
    const lime = await start();
    const id = lime.addInvoice({ ...seed, actionPublicId: 'a-1' });

    const response = await put(lime, id, { invoicestatus: 'paid', disputed: true });

    expect(response.status).toBe(200);
    expect(lime.object('invoice', id)).toMatchObject({
      invoicestatus: 'paid',
      disputed: true,
      actionpublicid: 'a-1',
    });
  });

  test.each([
    ['a property that does not exist', { colour: 'red' }],
    ['a relation to many', { payments: [] }],
    ['null for a text', { actionpublicid: null }],
    ['a text that is too long', { invoicenumber: 'x'.repeat(33) }],
    ['nothing for a required text', { invoicenumber: '' }],
    ['null for a required text', { invoicenumber: null }],
    ['an option that does not exist', { invoicestatus: 'lost' }],
    ['an option by its id', { invoicestatus: 552603 }],
    ['an option as it is answered', { invoicestatus: { id: 552603, key: 'sent', text: 'Sent' } }],
    ['a text that is no option', { invoicestatus: '' }],
    ['a bare day', { duedate: '2026-12-01' }],
    ['a date without offset', { duedate: '2026-12-01T00:00:00' }],
    ['a time without offset', { disputedtime: '2026-07-01T10:00:00' }],
    ['a number as a text', { amount: '1250.50' }],
    ['a yesno as a text', { disputed: 'true' }],
    ['an object that does not exist', { debtor: 4711 }],
  ])('refuses %s and changes nothing', async (_, properties) => {
    const lime = await start();
    const id = lime.addInvoice(seed);
    const before = lime.object('invoice', id);

    expect((await put(lime, id, properties)).status).toBe(400);
    expect(lime.object('invoice', id)).toEqual(before);
  });

  test('is found in a list by a property, page after page', async () => {
    const lime = await start();
    for (const invoiceNumber of ['1', '2', '3']) lime.addInvoice({ ...seed, invoiceNumber });
    lime.addInvoice({ ...seed, debtor: 'Someone else', invoiceNumber: '4' });
    const debtor = lime.object('invoice', 1001).debtor;

    const first = await (await get(lime, `limeobject/invoice/?_limit=2&debtor=${debtor}`)).json();
    const next = await fetch(first._links.next.href, { headers: as(lime, 'service') });
    const second = await next.json();

    const numbers = (page: { _embedded: { limeobjects: { invoicenumber: string }[] } }) =>
      page._embedded.limeobjects.map(({ invoicenumber }) => invoicenumber);
    expect(numbers(first)).toEqual(['1', '2']);
    expect(numbers(second)).toEqual(['3']);
    expect(second._links.next).toBeUndefined();
  });

  test('comes in lists by its id, whenever it was made', async () => {
    const lime = await start();
    for (const id of [1005, 1002, undefined, 1001]) lime.addInvoice({ ...seed, ...(id && { id }) });
    expect(lime.objects('invoice').map(({ id }) => id)).toEqual([1001, 1002, 1005, 1006]);
  });

  test.each([
    ['2026-11-30T23:00:00.000Z', '2026-12-01T00:00:00+01:00'],
    ['2026-12-01T00:00:00+01:00', '2026-12-01T00:00:00+01:00'],
    ['2026-07-01T00:00:00.000Z', '2026-07-01T00:00:00+02:00'],
  ])('a date written as %s is answered as %s', async (written, answered) => {
    const lime = await start();
    const id = lime.addInvoice(seed);
    expect(await (await put(lime, id, { duedate: written })).json()).toMatchObject({ duedate: answered });
  });

  test('a time is answered in Sweden with microseconds', async () => {
    const lime = await start();
    const id = lime.addInvoice(seed);
    const answer = await put(lime, id, { disputedtime: '2026-01-15T10:00:00.123456Z' });
    expect(await answer.json()).toMatchObject({ disputedtime: '2026-01-15T11:00:00.123456+01:00' });
  });

  test('is sorted by a field, downwards with a minus, and bounded by a date in either form', async () => {
    const lime = await start();
    for (const dueDate of ['2026-02-01', '2026-03-01', '2026-01-01']) lime.addInvoice({ ...seed, dueDate });
    const ids = async (query: string) =>
      (await (await get(lime, `limeobject/invoice/?${query}`)).json())._embedded.limeobjects.map(
        ({ _id }: { _id: number }) => _id,
      );

    expect(await ids('_sort=duedate')).toEqual([1003, 1001, 1002]);
    expect(await ids('_sort=-duedate')).toEqual([1002, 1001, 1003]);
    expect(await ids('min-duedate=2026-02-01')).toEqual([1001, 1002]);
    expect(await ids(`max-duedate=${encodeURIComponent('2026-02-01T00:00:00+01:00')}`)).toEqual([1001, 1003]);
  });

  test('is there under the URL with and without a slash at its end', async () => {
    const lime = await start();
    const id = lime.addInvoice(seed);
    expect((await get(lime, `limeobject/invoice/${id}`)).status).toBe(200);
    expect((await get(lime, `limeobject/invoice/${id}/`)).status).toBe(200);
    expect(lime.calls.map(({ path }) => path)).toEqual([
      `/api/v1/limeobject/invoice/${id}`,
      `/api/v1/limeobject/invoice/${id}/`,
    ]);
  });
});
