import { describe, expect, test } from 'vitest';
import type { Fields } from '../../../../bff/domain/fields.ts';
import type { LimeKind } from '../../../../bff/domain/lime-kind.ts';
import { readWire } from '../../../wire/read.ts';
import { type Says, scriptedLime } from '../scripted-lime.ts';
import { patient } from '../start-lime.ts';
import { startWriter } from '../start-writer.ts';

type Body = Record<string, unknown>;

/** Pairs of Billecta's fields and Lime's. */
const pairs: Record<'invoice' | 'payment' | 'debtor', Array<[string, string]>> = {
  invoice: [
    ['InvoiceNumber', 'invoicenumber'],
    ['DueDate', 'duedate'],
    ['CurrentAmount', 'currentamount'],
    ['Status.Stage', 'invoicestatus'],
    ['Status.Disputed', 'disputed'],
    ['Status.DisputedSince', 'disputedtime'],
    ['Payments', 'payments'],
  ],
  payment: [
    ['Status.Invoice', 'invoice'],
    ['DebtorPublicId', 'debtor'],
  ],
  debtor: [
    ['Name', 'name'],
    ['Email', 'email'],
    ['Phone', 'maincontactphone'],
    ['Status.Autogiro', 'autogirostate'],
  ],
};

/** Properties that examples use and none describes. */
const undescribed: Readonly<Record<string, unknown[]>> = {
  invoice: [{ name: 'currentamount', type: 'decimal' }],
  payment: ['invoice', 'debtor'].map((name) => ({
    name,
    type: 'belongsto',
    _links: { related_type: { name } },
  })),
  debtor: [{ name: 'autogirostate', type: 'option', options: [{ key: 'none' }] }],
};

interface Described {
  name: string;
  _embedded: { properties: unknown[] };
}

/** What the examples describe of a limetype. */
function metadata(limetype: string): Described {
  const { body } = readWire('lime', 'limetypes-with-properties').answer;
  const { _embedded } = body as { _embedded: { limetypes: Described[] } };
  const known = _embedded.limetypes.find(({ name }) => name === limetype);
  const properties = [...(known?._embedded.properties ?? []), ...(undescribed[limetype] ?? [])];
  return { name: limetype, ...known, _embedded: { properties } };
}

/** A Lime that answers a write as an example says. */
async function start(name: string) {
  const { request, answer } = readWire('lime', name);
  const lime = await scriptedLime(({ method, path }): Says => {
    const described = /^limetype\/(\w+)\/\?_embed=properties$/.exec(path)?.[1];
    if (described !== undefined) return { body: metadata(described) };
    if (method === 'GET') return { body: { objects: [{ _id: 4001, debtorpublicid: 'd-1' }] } };
    return method === request.method && `/api/v1/${path}` === request.path
      ? { status: answer.status, ...(answer.body !== undefined && { body: answer.body }) }
      : { status: 418 };
  });
  const { writer } = startWriter(lime.http, pairs);
  const write = (kind: LimeKind, fields: Fields, held: { limeId: number; values: Body } | undefined) =>
    writer.write({ kind, billectaId: 'd-1' }, fields, {
      stored: held && { ...held, others: [] },
      related: new Map([['b-2001', 2001]]),
      signal: patient(),
    });
  const written = () => lime.asked.filter(({ method }) => method !== 'GET').map(({ body }) => body);
  return { ...lime, writer, write, written, request: request.body as Body, answer: answer.body as Body };
}

const invoice = (values: Body = {}) => ({ limeId: 1001, values });

describe('a change is written in the form of', () => {
  test.each<[string, LimeKind, number, Fields, Body]>([
    [
      'update',
      'invoice',
      1001,
      {
        DueDate: '2026-07-01',
        CurrentAmount: 375.25,
        'Status.Disputed': true,
        'Status.DisputedSince': '2026-06-11T06:15:30.250Z',
      },
      {},
    ],
    ['update-option', 'invoice', 1001, { 'Status.Stage': 'paid' }, {}],
    ['update-option-cleared', 'invoice', 1001, { 'Status.Stage': null }, { invoicestatus: { key: 'sent' } }],
    [
      'update-relation',
      'payment',
      3001,
      { 'Status.Invoice': null, DebtorPublicId: 'b-2001' },
      { invoice: 1001 },
    ],
  ])('%s, and what Lime answers is not written again', async (name, kind, limeId, fields, values) => {
    const { write, written, request, answer } = await start(name);
    await write(kind, fields, { limeId, values });
    // An id that objects are found by is never emptied; the example empties it as a text.
    const { actionpublicid: _never, ...body } = request;
    expect(written()).toEqual([body]);
    await expect(write(kind, fields, { limeId, values: answer })).resolves.toMatchObject({ changes: [] });
    expect(written()).toHaveLength(1);
  });
});

test('a date that Lime answers as in update-date-as-instant is the day that was written', async () => {
  const { write, written, answer } = await start('update-date-as-instant');
  await write('invoice', { DueDate: '2026-07-01' }, invoice(answer));
  expect(written()).toEqual([]);
});

describe('nothing is written that Lime refuses as in', () => {
  test.each<[string, Fields, Body]>([
    ['update-required-emptied', { InvoiceNumber: null }, { invoicenumber: 'F-1001' }],
    ['update-text-too-long', { InvoiceNumber: `F-${'0'.repeat(40)}` }, { invoicenumber: 'F-1001' }],
    ['query-to-many-refused', { Payments: 1 }, {}],
  ])('%s', async (name, fields, values) => {
    const { write, written } = await start(name);
    await expect(write('invoice', fields, invoice(values))).resolves.toMatchObject({ changes: [] });
    expect(written()).toEqual([]);
  });

  test('update-link-null and update-text-null: an empty text is ""', async () => {
    const { write, written } = await start('update-link-null');
    const held = { limeId: 2001, values: { email: 'a@example.com', maincontactphone: '08' } };
    // Lime refuses this example whatever it is, so the write ends with a refusal.
    await expect(write('debtor', { Email: null, Phone: null }, held)).rejects.toMatchObject({
      name: 'RefusedByLime',
    });
    expect(written()[0]).toEqual({ email: '', maincontactphone: '' });
  });
});

describe('a new object', () => {
  const fields = {
    Name: 'Havsbandets Krog',
    Email: 'krog@havsbandet.example',
    Phone: '+46 31 11 22 33',
    'Status.Autogiro': 'none',
  };

  test('is made in the form of create, and found by its id where the answer does not tell ours', async () => {
    const { write, written, request } = await start('create');
    await expect(write('debtor', fields, undefined)).resolves.toMatchObject({ limeId: 4001, created: true });
    expect(written()).toEqual([{ ...request, debtorpublicid: 'd-1' }]);
  });

  test('without what Lime requires is refused as in create-without-required, and told so', async () => {
    const { write } = await start('create-without-required');
    const refused = write('debtor', { Email: 'krog@havsbandet.example', Name: null }, undefined);
    await expect(refused).rejects.toMatchObject({ name: 'RefusedByLime' });
  });
});

test('an object whose change is refused as in update-without-right is refused as a whole', async () => {
  const { write } = await start('update-without-right');
  const refused = write('invoice', { DueDate: '2026-07-01' }, invoice());
  await expect(refused).rejects.toMatchObject({
    name: 'RefusedByLime',
    message: expect.stringContaining('403'),
  });
});

test('objects are found with the properties that limetype-with-properties tells of, and none to many', async () => {
  const { writer, asked } = await start('update');
  await writer.find('invoice', ['a'], patient());
  const query = decodeURIComponent(asked.at(-1)?.path ?? '');
  for (const name of ['duedate', 'invoicestatus', 'disputed', 'disputedtime']) expect(query).toContain(name);
  expect(query).not.toContain('payments');
});
