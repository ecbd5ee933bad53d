import { describe, expect, test } from 'vitest';
import { billectaPaths, defaultMapping, readMapping } from '../../../bff/lime/field-mapping.ts';
import type { LimeProperty } from '../../../bff/lime/limetype.ts';
import { checkMapping } from '../../../bff/lime/write-back/check-mapping.ts';
import { differs } from '../../../bff/lime/write-back/differs.ts';
import { toLimeValue } from '../../../bff/lime/write-back/to-lime-value.ts';
import { relationsIn, valuesToWrite } from '../../../bff/lime/write-back/values-to-write.ts';

const property = (type: string, more: Partial<LimeProperty> = {}): LimeProperty => ({
  name: 'f',
  type,
  ...more,
});
const status = property('option', { options: [{ key: 'sent' }, { key: 'old', inactive: true }] });

describe('the mapping', () => {
  test('that is configured takes the place of the default of its kind, and of no other', () => {
    const { invoice, debtor } = readMapping('{"invoice":[{"billecta_field":"OCR","lime_field":"ocr"}]}');
    expect(invoice).toEqual([{ billecta_field: 'OCR', lime_field: 'ocr' }]);
    expect(debtor).toEqual(defaultMapping.debtor);
  });

  test.each(['', '[]', '{"invoices":[]}', '{"invoice":[{"billecta_field":"OCR"}]}'])('refuses %s', (text) => {
    expect(() => readMapping(text)).toThrow();
  });

  test('asks Billecta for its own fields, not for ours', () => {
    expect(billectaPaths(defaultMapping, 'payment')).toEqual([
      'DebtorPublicId',
      'Amount',
      'PaymentDate',
      'PaymentMeanCode',
    ]);
  });
});

describe('a value', () => {
  test.each([
    ['string', 'text', 'text'],
    ['string', null, ''],
    ['string', 12.5, '12.5'],
    ['integer', 3, 3],
    ['decimal', 12.5, 12.5],
    ['decimal', '12.5', 12.5],
    ['decimal', null, null],
    ['yesno', null, false],
    ['yesno', true, true],
    // The day in Sweden, which begins before that of UTC.
    ['date', '2026-11-30T23:00:00.000Z', '2026-12-01'],
    ['date', '2026-12-01', '2026-12-01'],
    ['date', null, null],
    ['time', '2026-11-30T23:00:00.000Z', '2026-11-30T23:00:00.000Z'],
  ])('of a %s: %j becomes %j', (type, field, value) => {
    expect(toLimeValue(property(type), field)).toEqual({ kind: 'value', value });
  });

  test.each([
    [property('string', { length: 3 }), 'four'],
    [property('integer'), 1.5],
    [property('decimal'), 'much'],
    [property('decimal'), ''],
    [property('yesno'), 'yes'],
    [property('date'), 'soon'],
    [property('time'), true],
    [status, 'paid'],
    [status, 'old'],
    [status, null],
    [property('link'), null],
  ])('that does not fit is left out, with a reason: %j, %j', (of, field) => {
    expect(toLimeValue(of, field)).toEqual({ kind: 'left-out', why: expect.any(String) });
  });

  test('of an option goes by its key, translated where the mapping says so', () => {
    expect(toLimeValue(status, 'sent')).toEqual({ kind: 'value', value: 'sent' });
    expect(toLimeValue(status, 'reminded', { reminded: 'sent' })).toEqual({ kind: 'value', value: 'sent' });
  });
});

test.each([
  ['option', { id: 1, key: 'sent', text: 'Sent' }, 'sent', false],
  ['option', { id: 1, key: 'sent', text: 'Sent' }, 'paid', true],
  ['string', null, '', false],
  ['date', '2026-12-01T00:00:00+01:00', '2026-12-01', false],
  ['date', '2026-12-01', '2026-12-02', true],
  ['date', null, null, false],
  ['time', '2026-12-01T00:00:00.000000+01:00', '2026-11-30T23:00:00.000Z', false],
  ['yesno', null, false, false],
  ['decimal', 12.5, 12.5, false],
  ['belongsto', 7, 7, false],
  ['belongsto', { _id: 7 }, 7, false],
  ['belongsto', null, 7, true],
])('Lime holds a %s as %j: writing %j differs: %s', (type, held, wanted, expected) => {
  expect(differs(property(type), held, wanted)).toBe(expected);
});

describe('what is written', () => {
  const pairs = (...given: Array<[string, LimeProperty]>) =>
    checkMapping(
      given.map(([billecta_field, { name }]) => ({ billecta_field, lime_field: name })),
      given.map(([, of]) => of),
    ).usable;
  const none = new Map<string, number>();

  test('to one field by two pairs is the last that has a value', () => {
    const email = property('string', { name: 'email' });
    const usable = pairs(['ContactEmail', email], ['Email', email]);
    const written = (fields: Record<string, string | null>) =>
      valuesToWrite(usable, fields, none).values.get('email')?.value;
    expect(written({ ContactEmail: 'a@x', Email: 'b@x' })).toBe('b@x');
    expect(written({ ContactEmail: 'a@x', Email: null })).toBe('a@x');
    expect(written({ ContactEmail: null, Email: null })).toBe('');
  });

  test('is nothing of what Billecta did not send', () => {
    expect(valuesToWrite(pairs(['Phone', property('string')]), {}, none).values.size).toBe(0);
  });

  test('as a relation is the Lime id of what the field names', () => {
    const usable = pairs(['Status.Invoice', property('belongsto', { name: 'invoice' })]);
    const fields = { 'Status.Invoice': '123' };
    expect(relationsIn(usable, fields)).toEqual([{ kind: 'invoice', billectaId: '123' }]);
    expect(valuesToWrite(usable, fields, new Map([['123', 7]])).values.get('invoice')?.value).toBe(7);
    expect(valuesToWrite(usable, fields, none).leftOut).toHaveLength(1);
    expect(valuesToWrite(usable, { 'Status.Invoice': null }, none).values.get('invoice')?.value).toBeNull();
  });
});
