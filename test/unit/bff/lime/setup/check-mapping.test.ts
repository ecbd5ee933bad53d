import { describe, expect, test } from 'vitest';
import type { LimeKind } from '../../../../../bff/domain/lime-kind.ts';
import type { LimeProperty } from '../../../../../bff/lime/client/limetype.ts';
import { defaultNames } from '../../../../../bff/lime/client/names.ts';
import { checkMapping } from '../../../../../bff/lime/setup/check-mapping.ts';
import { billectaPaths, defaultMapping, readMapping } from '../../../../../bff/lime/setup/field-mapping.ts';
import { relationsIn, valuesToWrite } from '../../../../../bff/lime/write-back/values-to-write.ts';
import { pairs, property } from '../property.ts';

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

describe('a pair that cannot be used is named', () => {
  const why = (billecta_field: string, ...given: Parameters<typeof property>) =>
    checkMapping([{ billecta_field, lime_field: 'f' }], [property(...given)], defaultNames, 'invoice')
      .faults[0]?.why;

  test.each(['hasmany', 'hasone', 'hasandbelongstomany', 'file', 'set', 'xml', 'user', 'system', 'future'])(
    'where it leads to a %s',
    (type) => {
      expect(why('OCR', type)).toBe(`its type is ${type}, which is not written`);
    },
  );

  test.each([
    ['Status.Invoice', 'company', 'it leads to company, and Status.Invoice names an invoice'],
    ['DebtorPublicId', 'invoice', 'it leads to invoice, and DebtorPublicId names a debtor'],
    ['DebtorPublicId', null, 'it is a relation, and Lime does not say where it leads'],
    ['OCR', 'invoice', 'it is a relation, and OCR names neither an invoice nor a debtor'],
  ])('where %s leads to %s', (field, leadsTo, words) => {
    expect(why(field, 'belongsto', { leadsTo })).toBe(words);
  });

  test.each([
    ['Status.Disputed', 'phone', undefined],
    ['CurrentAmount', 'percent', undefined],
    ['DueDate', 'month', undefined],
    ['DueDate', 'yesno', 'its type is yesno, which cannot hold DueDate'],
    ['CurrentAmount', 'option', 'its type is option, which cannot hold CurrentAmount'],
  ])('%s to a %s: %s', (field, type, words) => {
    expect(why(field, type)).toBe(words);
  });
});

test('what a relation leads to is what Lime says, whatever its name is', () => {
  const customer = property('belongsto', { name: 'invoice', leadsTo: 'debtor' });
  expect(pairs(['DebtorPublicId', customer])).toMatchObject([{ leadsTo: 'debtor' }]);
});

describe('what is written', () => {
  const nothing = { related: new Map<string, number>(), idField: 'id', emptyOption: 'empty' };

  test('to one field by two pairs is the last that has a value', () => {
    const email = property('link', { name: 'email' });
    const usable = pairs(['ContactEmail', email], ['Email', email]);
    const written = (fields: Record<string, string | null>) =>
      valuesToWrite(usable, fields, nothing).values.get('email')?.value;
    expect(written({ ContactEmail: 'a@x', Email: 'b@x' })).toBe('b@x');
    expect(written({ ContactEmail: 'a@x', Email: null })).toBe('a@x');
    expect(written({ ContactEmail: null, Email: null })).toBe('');
  });

  test('is nothing of what Billecta did not send', () => {
    expect(valuesToWrite(pairs(['Phone', property('string')]), {}, nothing).values.size).toBe(0);
  });

  test('as a relation is the Lime id of what the field names', () => {
    const usable = pairs(['Status.Invoice', property('belongsto', { name: 'invoice', leadsTo: 'invoice' })]);
    const write = (id: string | null, related = nothing.related) =>
      valuesToWrite(usable, { 'Status.Invoice': id }, { ...nothing, related });
    expect(relationsIn(usable, { 'Status.Invoice': '123' })).toEqual([
      { kind: 'invoice', billectaId: '123' },
    ]);
    expect(write('123', new Map([['123', 7]])).values.get('invoice')?.value).toBe(7);
    expect(write('123').values.size).toBe(0);
    expect(write(null).values.get('invoice')?.value).toBeNull();
  });

  test.each([
    ['Lime requires it', 'OCR', property('string', { required: true })],
    ['objects are found by it', 'OCR', property('string', { name: 'id' })],
    ['people know the invoice by it', 'InvoiceNumber', property('string')],
    ['the invoice is linked by it', 'ActionPublicId', property('string')],
  ])('does not empty a field where %s', (_why, field, to) => {
    const { values, leftOut } = valuesToWrite(pairs([field, to]), { [field]: null }, nothing);
    expect(values.size).toBe(0);
    expect(leftOut.map(({ why }) => why)).toEqual(
      to.required ? ['OCR is empty, and Lime requires a value'] : [],
    );
  });

  test('is everything but the value that does not fit', () => {
    const usable = pairs(
      ['Name', property('string', { name: 'name', length: 3 })],
      ['City', property('string', { name: 'city' })],
    );
    const { values, leftOut } = valuesToWrite(usable, { Name: 'Long', City: 'Lund' }, nothing);
    expect([...values.keys()]).toEqual(['city']);
    expect(leftOut).toEqual([
      { limeField: 'name', billectaField: 'Name', why: 'Name is longer than 3 characters' },
    ]);
  });
});

describe('an option field that lacks an option for a state that may come', () => {
  const option = (...keys: string[]) =>
    property('option', { options: keys.map((key) => ({ key, inactive: false })) });
  const check = (billecta_field: string, to: LimeProperty, kind: LimeKind, values?: Record<string, string>) =>
    checkMapping([{ billecta_field, lime_field: 'f', ...(values && { values }) }], [to], defaultNames, kind);

  test('is named with what it lacks, and used for the others', () => {
    const { usable, faults } = check('Status.Autogiro', option('none', 'failed'), 'invoice');
    expect(usable).toHaveLength(1);
    expect(faults.map(({ why }) => why)).toEqual(['it has no option for renewed']);
  });

  test('is no fault where the mapping leads the state to another option, or the kind has no such state', () => {
    const three = option('none', 'failed');
    expect(check('Status.Autogiro', three, 'invoice', { renewed: 'failed' }).faults).toEqual([]);
    const of = option('none', 'pending', 'approved', 'failed', 'removed');
    expect(check('Status.Autogiro', of, 'debtor').faults).toEqual([]);
  });

  test('is asked for every stage of an invoice and every kind of payment', () => {
    expect(check('Status.Stage', option('sent'), 'invoice').faults[0]?.why).toMatch(/draft.*sold/);
    expect(check('Status.Kind', option('payment'), 'payment').faults[0]?.why).toMatch(/unmatched/);
  });
});
