import { describe, expect, test } from 'vitest';
import { get, query, seed, start } from './support.ts';

describe('a query', () => {
  const sent = { key: 'invoicestatus', op: '=', exp: 'sent' };

  test.each([
    ['nothing', {}, [1001, 1002, 1003]],
    ['chosen rows', { key: '_id', op: 'IN', exp: [1001, 1003] }, [1001, 1003]],
    ['equal', sent, [1001, 1002]],
    ['not', { op: '!', exp: sent }, [1003]],
    ['unequal', { key: 'invoicestatus', op: '!=', exp: 'sent' }, [1003]],
    ['greater', { key: 'amount', op: '>', exp: 100 }, [1002, 1003]],
    ['at most', { key: 'amount', op: '<=', exp: 200 }, [1001, 1002]],
    ['and', { op: 'AND', exp: [sent, { key: 'amount', op: '<', exp: 150 }] }, [1001]],
    ['or', { op: 'OR', exp: [sent, { key: 'amount', op: '=', exp: 300 }] }, [1001, 1002, 1003]],
    ['over a relation', { key: 'debtor.name', op: '?', exp: 'other' }, [1002]],
  ])('finds by %s', async (_, filter, ids) => {
    const lime = await start();
    lime.addInvoice({ ...seed, amount: 100 });
    lime.addInvoice({ ...seed, amount: 200, debtor: 'Another' });
    lime.addInvoice({ ...seed, amount: 300, status: 'paid' });

    const objects = await query(lime, filter);
    expect(objects.map(({ _id }: { _id: number }) => _id)).toEqual(ids);
  });

  test('answers the properties that are asked for, over relations too', async () => {
    const lime = await start();
    const id = lime.addInvoice(seed);
    expect(await query(lime, { key: 'id', op: '=', exp: id })).toEqual([
      {
        _id: id,
        invoicestatus: { id: expect.any(Number), key: 'sent', text: 'Sent' },
        debtor: { name: 'Ås & Co AB' },
      },
    ]);
  });

  test('cannot ask for a relation to many', async () => {
    const lime = await start();
    const responseFormat = { object: { _id: null, payments: { _id: null } } };
    const q = JSON.stringify({ limetype: 'invoice', responseFormat });
    expect((await get(lime, `query/?q=${encodeURIComponent(q)}`)).status).toBe(400);
  });

  test('orders what it finds, and knows a date in either form', async () => {
    const lime = await start();
    for (const dueDate of ['2026-02-01', '2026-03-01', '2026-01-01']) lime.addInvoice({ ...seed, dueDate });
    const found = async (query: object) => {
      const q = JSON.stringify({ limetype: 'invoice', responseFormat: { object: { _id: null } }, ...query });
      const { objects } = await (await get(lime, `query/?q=${encodeURIComponent(q)}`)).json();
      return objects.map(({ _id }: { _id: number }) => _id);
    };

    expect(await found({ orderBy: [{ _id: 'DESC' }] })).toEqual([1003, 1002, 1001]);
    expect(await found({ orderBy: [{ duedate: 'ASC' }], limit: 2 })).toEqual([1003, 1001]);
    for (const exp of ['2026-02-01', '2026-02-01T00:00:00+01:00'])
      expect(await found({ filter: { key: 'duedate', op: '>=', exp } })).toEqual([1001, 1002]);
  });

  test('knows the id only under the key that the candidate names', async () => {
    const lime = await start({ candidates: { filterKey: 'id' } });
    const id = lime.addInvoice(seed);
    expect(await query(lime, { key: 'id', op: '=', exp: id })).toHaveLength(1);
    expect(await query(lime, { key: '_id', op: '=', exp: id })).toBe(400);
  });
});
