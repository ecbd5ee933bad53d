import { describe, expect, test } from 'vitest';
import { withinParent } from '../../../../bff/lime/selection/read-filter.ts';
import type { Credential } from '../../../../bff/services/ports/lime.ts';
import { property } from '../../../unit/bff/lime/property.ts';
import { readWire } from '../../../wire/read.ts';
import { scriptedLime } from '../scripted-lime.ts';
import { patient } from '../start-lime.ts';
import { queryOf, wireLime } from './wire-lime.ts';

const writer: Credential = { kind: 'api-key', value: 'a-key-that-may-write' };

describe('an invoice is read', () => {
  test.each([
    ['object', 1001, '4f0c1c52-6f0e-4a53-9d43-1f1f3c0a7a11'],
    ['object-with-time', 1003, null],
  ])('as in %s', async (name, limeId, actionPublicId) => {
    const { client, askedAs } = await wireLime([name]);
    expect(await client.readInvoice(writer, limeId, patient())).toEqual({ limeId, actionPublicId });
    expect(askedAs(name)?.headers).toMatchObject({ 'x-api-key': 'a-key-that-may-write' });
  });

  test('and told to be missing, as in object-missing', async () => {
    const { client } = await wireLime(['object-missing']);
    await expect(client.readInvoice(writer, 4711, patient())).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('a selection is read', () => {
  test('by its ids, as in query-chosen-rows', async () => {
    const { client, asked } = await wireLime(['query-chosen-rows']);
    const { found, missing } = await client.selectInvoices(writer, { ids: [1003, 1001] }, 10, patient());
    expect([found.map(({ limeId }) => limeId), missing]).toEqual([[1003, 1001], []]);
    const { limetype, filter } = queryOf(readWire('lime', 'query-chosen-rows').request.path);
    expect(queryOf(asked[0]?.path ?? '')).toMatchObject({ limetype, filter });
  });

  test.each(['query-filter', 'query-everything', 'query-nothing'])('by a filter, as in %s', async (name) => {
    const example = readWire('lime', name);
    const { filter, orderBy } = queryOf(example.request.path);
    const first = (example.answer.body as { objects: Array<{ _id: number }> }).objects;
    let page = 0;
    const { client, asked } = await wireLime([name], (_name, body) =>
      page++ === 0 ? body : { objects: [] },
    );
    const selection = { filter: filter as { op: string }, parent: undefined };
    const { found } = await client.selectInvoices(writer, selection, 10, patient());
    expect(found.map(({ limeId }) => limeId)).toEqual(first.map(({ _id }) => _id));
    expect(queryOf(asked[0]?.path ?? '')).toMatchObject({
      filter,
      ...(orderBy !== undefined && { orderBy }),
    });
  });

  test('within a parent, by the relation that limetype-with-properties tells of', async () => {
    const { client, asked, askedAs } = await wireLime(['limetype-with-properties', 'query-nothing']);
    const parent = { limetype: 'debtor', id: 2001 };
    await client.selectInvoices(writer, { filter: null, parent }, 10, patient());
    expect(askedAs('limetype-with-properties')).toBeDefined();
    expect(queryOf(asked[1]?.path ?? '')).toMatchObject({ filter: { key: 'debtor', op: '=', exp: 2001 } });
  });

  test('but not within what an invoice has many of', async () => {
    const { client } = await wireLime(['limetype-with-properties']);
    const selection = { filter: null, parent: { limetype: 'payment', id: 3001 } };
    await expect(client.selectInvoices(writer, selection, 10, patient())).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });

  test('within a parent in the form of query-within-parent', () => {
    const { filter } = queryOf(readWire('lime', 'query-within-parent').request.path);
    const { op, exp } = filter as { op: string; exp: Array<{ key: string; op: string }> };
    const belongsTo = [property('belongsto', { name: 'invoice', leadsTo: 'invoice' })];
    const own = withinParent(exp[1] ?? null, { limetype: 'invoice', id: 1001 }, belongsTo);
    expect(own).toEqual({ op, exp: expect.arrayContaining(exp) });
  });

  test('not with a relation to many in it, which Lime refuses as in query-to-many-refused', async () => {
    const { client } = await wireLime(['query-to-many-refused']);
    await expect(client.readInvoices(writer, [1], patient())).rejects.toMatchObject({
      code: 'invalid-request',
    });
  });
});

describe('what holds for any call is read from an example of one', () => {
  test.each([
    ['too-many-requests', { code: 'lime-rate-limited', retryAfter: 30 }],
    ['without-key', { code: 'unauthenticated' }],
  ])('%s', async (name, fault) => {
    const { status, headers } = readWire('lime', name).answer;
    const { client } = await scriptedLime(() => ({ status, headers }));
    await expect(client.readInvoice(writer, 1001, patient())).rejects.toMatchObject(fault);
  });
});
