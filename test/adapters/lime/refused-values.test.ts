import { describe, expect, test } from 'vitest';
import type { Fields } from '../../../bff/domain/fields.ts';
import type { Written } from '../../../bff/services/ports/lime-writer.ts';
import { type Says, scriptedLime } from './scripted-lime.ts';
import { patient } from './start-lime.ts';
import { startWriter } from './start-writer.ts';

const debtor = { kind: 'debtor', billectaId: 'd-1' } as const;
const names = ['name', 'email', 'city', 'zipcode', 'address', 'phone', 'contact', 'country'];
const fields: Fields = Object.fromEntries(names.map((name) => [name, `a ${name}`]));

interface Script {
  /** Properties whose values Lime refuses. */
  bad: readonly string[];
  /** What Lime says when it refuses. */
  says?: (bad: readonly string[]) => string;
  /** Whatever the values are. */
  refusesAll?: Says;
}

/** A Lime that has debtors with texts, and refuses some of them. */
async function start({ bad, says = () => 'Invalid', refusesAll }: Script) {
  const stored: Record<string, unknown> = {};
  const properties = names.map((name) => ({ name, type: 'string', required: name === 'name' }));
  const lime = await scriptedLime(({ method, body, path }) => {
    if (path.startsWith('limetype/')) return { body: { name: 'debtor', _embedded: { properties } } };
    if (method === 'GET') return { body: { objects: [] } };
    const given = body as Record<string, unknown>;
    const refused = Object.keys(given).filter((name) => bad.includes(name));
    if (refusesAll) return refusesAll;
    if (refused.length > 0) return { status: 400, body: says(refused) };
    Object.assign(stored, given);
    return { status: method === 'POST' ? 201 : 200, body: { _id: 5, ...stored } };
  });
  const { writer, clock } = startWriter(lime.http, { debtor: names.map((name) => [name, name]) });
  const write = (held: { limeId: number; values: Record<string, unknown> } | undefined, given = fields) =>
    writer.write(debtor, given, {
      stored: held && { ...held, others: [] },
      related: new Map(),
      signal: patient(),
    });
  const calls = () => lime.asked.filter(({ method }) => method !== 'GET').length;
  return { stored, write, calls, writer, clock };
}

const held = { limeId: 5, values: {} };
const leftOutOf = (written: Written | null) =>
  (written?.leftOut ?? []).map(({ limeField }) => limeField).sort();
const without = (...bad: string[]) =>
  Object.fromEntries(names.filter((name) => !bad.includes(name)).map((name) => [name, `a ${name}`]));

describe('a value that Lime refuses does not hold up the others', () => {
  test.each([
    ['named', ['city'], (bad: readonly string[]) => `{"message":"Invalid value for ${bad}"}`, 3],
    ['not named', ['city'], () => 'Invalid', 12],
    ['named beside a common word', ['city'], (bad: readonly string[]) => `Bad name: ${bad}`, 4],
    ['two at once, one after the other named', ['city', 'phone'], ([one]: readonly string[]) => `${one}`, 5],
  ])('%s', async (_how, bad, says, most) => {
    const { stored, write, calls } = await start({ bad, says });
    const written = await write(held);
    expect(stored).toEqual(without(...bad));
    expect(written?.changes.map(({ field }) => field).sort()).toEqual(Object.keys(without(...bad)).sort());
    expect(calls()).toBeLessThanOrEqual(most);
    expect(leftOutOf(written)).toEqual([...bad].sort());
  });

  test('nor is it tried again with the next change, for a day', async () => {
    const { stored, write, calls, clock } = await start({ bad: ['city'] });
    await write(held);
    const before = calls();
    const later = await write({ limeId: 5, values: stored }, { ...fields, phone: 'another' });
    expect(stored.phone).toBe('another');
    expect(calls()).toBe(before + 1);
    expect(leftOutOf(later)).toEqual(['city']);
    clock.now = 24 * 60 * 60 * 1000;
    await write({ limeId: 5, values: stored });
    expect(calls()).toBeGreaterThan(before + 1);
  });

  test('unless somebody asks for it, having mended the field', async () => {
    const { stored, write, calls, writer } = await start({ bad: ['city'] });
    await write(held);
    const before = calls();
    writer.clearRefusals();
    await write({ limeId: 5, values: stored });
    expect(calls()).toBeGreaterThan(before);
  });

  test('another value of the same field is tried', async () => {
    const { write, calls } = await start({ bad: ['city'] });
    await write(held);
    const before = calls();
    await write({ limeId: 5, values: without('city') }, { ...fields, city: 'Lund' });
    expect(calls()).toBeGreaterThan(before);
  });

  test('alone', async () => {
    const { write, calls } = await start({ bad: ['city'] });
    const written = await write({ limeId: 5, values: without('city') });
    expect(written).toMatchObject({ changes: [], leftOut: [{ limeField: 'city', billectaField: 'city' }] });
    // And a write of what the debtor is known by, which shows that the debtor itself is taken.
    expect(calls()).toBe(2);
  });

  test('where more are refused than are looked for, those that are found good are written', async () => {
    const { write, calls } = await start({ bad: ['name', 'city', 'address', 'contact'] });
    await write(held);
    expect(calls()).toBeLessThanOrEqual(14);
  });

  test('in a new object, which is made without it', async () => {
    const { stored, write } = await start({ bad: ['city'] });
    const made = await write(undefined);
    expect(made).toMatchObject({ limeId: 5, created: true });
    expect(stored).toEqual({ ...without('city'), debtorpublicid: 'd-1' });
  });
});

describe('an object of which Lime takes nothing', () => {
  test('is refused as a whole, with what Lime says', async () => {
    const { write, calls } = await start({
      bad: [],
      refusesAll: { status: 400, body: 'It is locked' },
    });
    await expect(write(held)).rejects.toMatchObject({
      name: 'RefusedByLime',
      message: expect.stringContaining('It is locked'),
    });
    expect(calls()).toBeLessThanOrEqual(14);
  });

  test('is not made without what Lime requires', async () => {
    const { write, calls } = await start({ bad: ['name'] });
    await expect(write(undefined)).rejects.toMatchObject({ name: 'RefusedByLime' });
    expect(calls()).toBe(2);
  });

  test.each([
    [401, 'RefusedByLime', 'does not know who is asking'],
    [403, 'RefusedByLime', 'does not allow this'],
    [404, 'MissingInLime', 'd-1'],
    [410, 'MissingInLime', 'd-1'],
    [409, 'RefusedByLime', 'it may have been changed meanwhile'],
    [413, 'RefusedByLime', 'does not take this call'],
    [302, 'Fault', 'LIME_URL'],
    [503, 'Fault', 'Lime failed'],
  ])('is told so: %i', async (status, name, words) => {
    const { write, calls } = await start({ bad: [], refusesAll: { status } });
    await expect(write(held)).rejects.toMatchObject({ name, message: expect.stringContaining(words) });
    expect(calls()).toBe(1);
  });
});

test('a new object whose id Lime does not tell is looked up', async () => {
  const lime = await scriptedLime(({ method, path }) => {
    if (path.startsWith('limetype/'))
      return { body: { name: 'debtor', _embedded: { properties: [{ name: 'name', type: 'string' }] } } };
    return method === 'POST' ? { status: 201 } : { body: { objects: [{ _id: '9', debtorpublicid: 'd-1' }] } };
  });
  const { writer } = startWriter(lime.http, { debtor: [['name', 'name']] });
  const made = await writer.write(debtor, fields, {
    stored: undefined,
    related: new Map(),
    signal: patient(),
  });
  expect(made).toMatchObject({ limeId: 9, created: true });
});
