import { describe, expect, test } from 'vitest';
import type { LimeSimulatorOptions } from '../index.ts';
import { get, put, seed, start } from './support.ts';

type Added = NonNullable<LimeSimulatorOptions['invoiceProperties']>[number];

async function invoiceWith(added: Omit<Added, 'name' | 'localname' | 'required'>, required = false) {
  const property = { name: 'added', localname: 'Added', required, ...added };
  const lime = await start({ invoiceProperties: [property] });
  const id = lime.addInvoice(seed);
  const write = async (value: unknown) => {
    const answer = await put(lime, id, { added: value });
    return answer.ok ? (await answer.json()).added : answer.status;
  };
  return { lime, id, write };
}

describe('a property that a customer has added to invoice', () => {
  test.each(['text', 'phone', 'link'] as const)('%s: null is refused, "" clears', async (type) => {
    const { write } = await invoiceWith({ type, length: 5 });
    expect(await write('abcde')).toBe('abcde');
    expect(await write('abcdef')).toBe(400);
    expect(await write(null)).toBe(400);
    expect(await write('')).toBe('');
  });

  test.each(['decimal', 'percent', 'integer'] as const)('%s: a number, cleared by null', async (type) => {
    const { write } = await invoiceWith({ type });
    expect(await write(0)).toBe(0);
    expect(await write('1')).toBe(400);
    expect(await write(null)).toBeNull();
  });

  test('a required number may be 0 and not null', async () => {
    const { write } = await invoiceWith({ type: 'decimal' }, true);
    expect(await write(0)).toBe(0);
    expect(await write(null)).toBe(400);
  });

  test('a required property that was empty before does not keep the others from being written', async () => {
    const { lime, id } = await invoiceWith({ type: 'string' }, true);
    expect((await put(lime, id, { disputed: true })).status).toBe(200);
  });

  test.each(['year', 'quarter', 'month'] as const)('%s: kept as a day, as a date is', async (type) => {
    const { write } = await invoiceWith({ type });
    expect(await write('2026-03-31T22:00:00Z')).toBe('2026-04-01T00:00:00+02:00');
  });

  test('hasone: an id, as belongsto is', async () => {
    const { lime, write } = await invoiceWith({ type: 'hasone', relatedType: 'payment' });
    const payment = lime.addObject('payment', { paymentpublicid: 'p-1' });
    expect(await write(payment)).toBe(payment);
    expect(await write(null)).toBeNull();
  });

  test.each(['set', 'user', 'xml', 'file', 'system', 'hasandbelongstomany'] as const)(
    '%s: described, and never written, since nothing is known of that',
    async (type) => {
      const { lime, write } = await invoiceWith({ type });
      const { _embedded } = await (await get(lime, 'limetype/invoice/?_embed=properties')).json();
      expect(_embedded.properties.at(-1)).toMatchObject({ name: 'added', type });
      expect(await write('x')).toBe(400);
      expect(await write(null)).toBe(400);
    },
  );
});
