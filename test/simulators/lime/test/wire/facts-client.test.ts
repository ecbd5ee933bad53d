import { describe, expect, test } from 'vitest';
import type { LimeSimulatorOptions } from '../../index.ts';
import { startExampleLime } from './database.ts';
import { FactsClient, type PropertyDescription } from './facts-client.ts';

async function start(slash: '/' | '', options?: LimeSimulatorOptions) {
  const lime = await startExampleLime(options);
  return { lime, client: new FactsClient(lime.baseUrl, lime.keys.admin, slash) };
}

describe.each([
  ['with', '/'],
  ['without', ''],
] as const)('a client written only from the facts, %s the final slash,', (_, slash) => {
  test('is let in by its key, under its own name', async () => {
    const { lime, client } = await start(slash);
    expect(await client.test()).toBe(true);
    expect(await new FactsClient(lime.baseUrl, 'no-key', slash).test()).toBe(false);
    expect(lime.calls[0]).toMatchObject({ userAgent: 'lime-crm-workflows/1.0.0 (n8n-node)', user: 'admin' });
  });

  test('learns what an invoice is made of, and where its relations lead', async () => {
    const { client } = await start(slash);

    const properties = await client.properties('invoice');
    const leads = ({ name, type, _links }: PropertyDescription) => [name, type, _links.related_type?.name];

    expect(properties.filter(({ _links }) => _links.related_type).map(leads)).toEqual([
      ['debtor', 'belongsto', 'debtor'],
      ['payments', 'hasmany', 'payment'],
    ]);
    const all = await client.limetypes();
    expect(all.find(({ name }) => name === 'invoice')?._embedded.properties).toEqual(properties);
  });

  test('knows the languages', async () => {
    const { client } = await start(slash);
    expect(await client.languages()).toMatchObject({ active: expect.arrayContaining(['sv']) });
  });

  test('reads an object and what it belongs to', async () => {
    const { client } = await start(slash);
    const invoice = await client.get('invoice', 1001);
    const debtor = await client.related('invoice', 1001, 'debtor');
    expect(invoice.debtor).toBe(debtor._id);
    expect(debtor._descriptive).toBe('Blåklockans Bageri AB');
    await expect(client.get('invoice', 4711)).rejects.toMatchObject({ status: 404 });
  });

  test('lists all pages', async () => {
    const { client } = await start(slash);
    const found = await client.list('invoice', { _limit: '1', _sort: '-amount', 'max-amount': '2000' });
    expect(found.map(({ _id }) => _id)).toEqual([1001, 1004, 1003]);
  });

  test('finds by a query', async () => {
    const { client } = await start(slash);
    const query = {
      limetype: 'invoice',
      orderBy: [{ _id: 'ASC' }],
      responseFormat: { object: { _id: null } },
    };
    expect(await client.query({ ...query, filter: {} })).toHaveLength(4);
    expect(await client.query({ ...query, filter: { key: 'disputed', op: '=', exp: true } })).toEqual([
      { _id: 1003 },
    ]);
  });

  test('creates, changes and deletes an object', async () => {
    const { client } = await start(slash);
    const { _id } = await client.create('payment', {
      paymentpublicid: 'P-1',
      invoice: 1001,
      paymenttype: 'overpayment',
      paymentdate: '2026-02-01T00:00:00.000Z',
      amount: 12.5,
      reference: 'OCR 1',
    });

    const changed = await client.update('payment', _id, { reference: '', invoice: null, amount: 13 });

    expect(changed).toMatchObject({
      paymenttype: { key: 'overpayment', text: 'Overpayment' },
      paymentdate: '2026-02-01T00:00:00+01:00',
      reference: '',
      invoice: null,
      amount: 13,
    });
    await client.delete('payment', _id);
    await expect(client.get('payment', _id)).rejects.toMatchObject({ status: 404 });
  });

  test('updates without an answer, where that is how Lime answers', async () => {
    const { client } = await start(slash, { candidates: { updateAnswer: 'empty' } });
    expect(await client.update('invoice', 1001, { disputed: true })).toMatchObject({ disputed: true });
  });
});
