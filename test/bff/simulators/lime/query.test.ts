import { describe, expect, test } from 'vitest';
import { query, seed, start } from './support.ts';

describe('a query', () => {
  const sent = { key: 'invoicestatus', op: '=', exp: 'sent' };

  test.each([
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

  test('knows the id only under the key that the candidate names', async () => {
    const lime = await start({ candidates: { filterKey: 'id' } });
    const id = lime.addInvoice(seed);
    expect(await query(lime, { key: 'id', op: '=', exp: id })).toHaveLength(1);
    expect(await query(lime, { key: '_id', op: '=', exp: id })).toBe(400);
  });
});
