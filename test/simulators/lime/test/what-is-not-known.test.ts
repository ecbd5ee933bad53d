import { describe, expect, test } from 'vitest';
import { get, put, seed, start } from './support.ts';

describe('what the facts leave open can be either way', () => {
  test.each([
    [['empty', 'null'], 'empty', 200],
    [['empty', 'null'], null, 200],
    [['empty'], null, 400],
    [['null'], 'empty', 400],
  ] as const)('an option that %j clears, written as %j: %i', async (optionClearedBy, written, status) => {
    const lime = await start({ candidates: { optionClearedBy } });
    const id = lime.addInvoice({ ...seed, status: 'sent' });

    expect((await put(lime, id, { invoicestatus: written })).status).toBe(status);
    const { invoicestatus } = await (await get(lime, `limeobject/invoice/${id}/`)).json();
    expect(invoicestatus).toMatchObject(status === 200 ? { key: 'empty', text: '' } : { key: 'sent' });
  });

  test('the empty option is listed in the metadata, or not', async () => {
    const keys = async (emptyOptionListed: boolean) => {
      const lime = await start({ candidates: { emptyOptionListed } });
      const { _embedded } = await (await get(lime, 'limetype/payment/?_embed=properties')).json();
      const type = _embedded.properties.find(({ name }: { name: string }) => name === 'paymenttype');
      return type.options.map(({ key }: { key: string }) => key);
    };
    expect(await keys(true)).toContain('empty');
    expect(await keys(false)).not.toContain('empty');
  });

  test('a bare day is taken for a date', async () => {
    const lime = await start({ candidates: { bareDay: 'taken' } });
    const id = lime.addInvoice(seed);
    expect((await put(lime, id, { duedate: '2026-12-24' })).status).toBe(200);
    expect(lime.object('invoice', id).duedate).toBe('2026-12-24');
    expect((await put(lime, id, { duedate: '2026-13-24' })).status).toBe(400);
  });

  test('_id is a text', async () => {
    const lime = await start({ candidates: { idFormat: 'text' } });
    const id = lime.addInvoice(seed);
    expect((await (await get(lime, `limeobject/invoice/${id}/`)).json())._id).toBe(String(id));
  });

  test('an update is answered with nothing', async () => {
    const lime = await start({ candidates: { updateAnswer: 'empty' } });
    const answer = await put(lime, lime.addInvoice(seed), { disputed: true });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });

  test('what is not valid is 422', async () => {
    const lime = await start({ candidates: { invalidStatus: 422 } });
    const id = lime.addInvoice(seed);
    expect((await put(lime, id, { actionpublicid: null })).status).toBe(422);
  });
});
