import { describe, expect, test } from 'vitest';
import { limetypePath, readLimetype, readRights } from '../../../../../bff/lime/client/limetype.ts';

const described = (properties: unknown, more: object = {}) => ({
  name: 'invoice',
  _links: {},
  _embedded: { properties },
  ...more,
});

test('a limetype is asked for with its properties', () => {
  expect(limetypePath('invoice')).toBe('limetype/invoice/?_embed=properties');
  expect(limetypePath('in/voice')).toBe('limetype/in%2Fvoice/?_embed=properties');
});

test('a property has its type, whether it is required, its length, its options and where it leads', () => {
  const { properties } = readLimetype(
    described([
      { name: 'number', type: 'string', required: true, length: 32, _links: {} },
      { name: 'status', type: 'option', options: [{ key: 'a', text: 'A', inactive: true }, { key: 'b' }] },
      { name: 'debtor', type: 'belongsto', _links: { related_type: { name: 'company' } } },
    ]),
  );
  const plain = { required: false, length: null, options: [], leadsTo: null };
  expect(properties).toEqual([
    { ...plain, name: 'number', type: 'string', required: true, length: 32 },
    {
      ...plain,
      name: 'status',
      type: 'option',
      options: [
        { key: 'a', inactive: true },
        { key: 'b', inactive: false },
      ],
    },
    { ...plain, name: 'debtor', type: 'belongsto', leadsTo: 'company' },
  ]);
});

test.each([
  ['length', { length: 'long' }],
  ['options', { options: { a: 'A' } }],
  ['_links', { _links: [] }],
  ['required', { required: 'no' }],
])('a property whose %s has another form is there all the same', (_part, odd) => {
  const { properties } = readLimetype(described([{ name: 'f', type: 'string', ...odd }]));
  expect(properties).toMatchObject([{ name: 'f', type: 'string' }]);
});

test.each([
  ['without its properties', { name: 'invoice', _links: {} }],
  ['with its properties at the top level', { name: 'invoice', properties: [{ name: 'f', type: 'string' }] }],
  ['with a property that has no type', described([{ name: 'f' }])],
  ['that is a text', 'invoice'],
])('a limetype %s cannot be read, and no outage is made of that', (_how, answer) => {
  expect(() => readLimetype(answer)).toThrow(expect.objectContaining({ code: 'lime-unreadable' }));
});

describe('rights', () => {
  test.each([
    [{ update: true }, { update: true }],
    [{}, {}],
    [undefined, null],
    [null, null],
    ['all', null],
  ])('an acl of %j is %j', (acl, expected) => {
    expect(readRights('invoice', { name: 'invoice', ...(acl !== undefined && { acl }) })).toEqual(expected);
    expect(readLimetype(described([], acl === undefined ? {} : { acl })).acl).toEqual(expected);
  });
});

test('what Lime says of another limetype is no right to this one', () => {
  expect(readRights('invoice', { name: 'debtor', acl: { update: true } })).toBeNull();
});
