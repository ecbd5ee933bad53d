import { describe, expect, test } from 'vitest';
import { differs } from '../../../../../bff/lime/write-back/differs.ts';
import { toLimeValue } from '../../../../../bff/lime/write-back/to-lime-value.ts';
import { pairTo, property } from '../property.ts';

const status = property('option', {
  options: [
    { key: 'sent', inactive: false },
    { key: 'old', inactive: true },
  ],
});
const toValue = (of: ReturnType<typeof property>, field: string | number | boolean | null) =>
  toLimeValue(pairTo(of), field, 'empty');

describe('a value', () => {
  test.each([
    ['string', 'text', 'text'],
    ['string', 12.5, '12.5'],
    ['phone', '08-123', '08-123'],
    ['link', 'a@example.com', 'a@example.com'],
    ['integer', 3, 3],
    ['decimal', 12.5, 12.5],
    ['decimal', '12.5', 12.5],
    ['percent', 12.5, 12.5],
    ['yesno', null, false],
    ['yesno', true, true],
    // The day in Sweden, which begins before that of UTC.
    ['date', '2026-11-30T23:00:00.000Z', '2026-12-01T00:00:00+01:00'],
    ['date', '2026-12-01', '2026-12-01T00:00:00+01:00'],
    ['date', '2026-07-01', '2026-07-01T00:00:00+02:00'],
    // The days on which summer time begins and ends.
    ['date', '2026-03-29', '2026-03-29T00:00:00+01:00'],
    ['date', '2026-10-25', '2026-10-25T00:00:00+02:00'],
    ['year', '2026-08-14', '2026-01-01T00:00:00+01:00'],
    ['quarter', '2026-08-14', '2026-07-01T00:00:00+02:00'],
    ['month', '2026-12-31T23:30:00.000Z', '2027-01-01T00:00:00+01:00'],
    ['time', '2026-11-30T23:00:00.000Z', '2026-11-30T23:00:00.000Z'],
  ])('of a %s: %j becomes %j', (type, field, value) => {
    expect(toValue(property(type), field)).toEqual({ kind: 'value', value });
  });

  test.each([
    ['string', ''],
    ['text', ''],
    ['phone', ''],
    ['link', ''],
    ['decimal', null],
    ['date', null],
    ['time', null],
    ['option', 'empty'],
  ])('of a %s is emptied by %j', (type, value) => {
    for (const nothing of [null, ''])
      expect(toValue(property(type), nothing)).toEqual({ kind: 'emptied', value });
  });

  test('of an option is emptied as configured, or by the key that the mapping gives', () => {
    expect(toLimeValue(pairTo(status), null, null)).toEqual({ kind: 'emptied', value: null });
    expect(toLimeValue(pairTo(status, { '': 'sent' }), null, 'empty')).toEqual({
      kind: 'value',
      value: 'sent',
    });
  });

  test.each([
    [property('string', { length: 3 }), 'four'],
    [property('phone', { length: 3 }), '0701'],
    [property('integer'), 1.5],
    [property('decimal'), 'much'],
    [property('yesno'), 'yes'],
    [property('date'), 'soon'],
    [property('date'), '2026-02-31'],
    [property('time'), true],
    [status, 'paid'],
    [status, 'old'],
  ])('that does not fit is left out, with a reason: %j, %j', (of, field) => {
    expect(toValue(of, field)).toEqual({ kind: 'left-out', why: expect.any(String) });
  });

  test('of an option goes by its key, translated where the mapping says so', () => {
    expect(toValue(status, 'sent')).toEqual({ kind: 'value', value: 'sent' });
    const value = toLimeValue(pairTo(status, { reminded: 'sent' }), 'reminded', 'empty');
    expect(value).toEqual({ kind: 'value', value: 'sent' });
  });
});

const newYear = '2026-01-01T00:00:00+01:00';
test.each([
  ['option', { id: 1, key: 'sent', text: 'Sent' }, 'sent', false],
  ['option', { id: 1, key: 'sent', text: 'Sent' }, 'paid', true],
  ['option', { id: 1, key: 'empty', text: '' }, 'empty', false],
  ['option', { id: 1, key: 'empty', text: '' }, null, false],
  ['option', null, 'empty', false],
  ['option', { id: 1, key: 'sent', text: 'Sent' }, 'empty', true],
  ['string', null, '', false],
  ['phone', null, '', false],
  ['date', '2026-01-01T00:00:00+01:00', newYear, false],
  ['date', '2026-01-01T00:00:00.000000+01:00', newYear, false],
  ['date', '2026-01-01', newYear, false],
  ['date', '2025-12-31T23:00:00Z', newYear, false],
  ['date', '2026-01-01T00:00:00.000Z', newYear, false],
  ['date', '2025-12-31T18:00:00-05:00', newYear, false],
  ['date', '2026-01-01T00:00:00+09:00', newYear, false],
  ['date', '2026-06-30T23:00:00+01:00', '2026-07-01T00:00:00+02:00', false],
  ['date', '2026-01-02T00:00:00+01:00', newYear, true],
  ['date', null, newYear, true],
  ['date', null, null, false],
  ['month', '2026-01-31T00:00:00+01:00', newYear, false],
  ['time', '2026-12-01T00:00:00.000000+01:00', '2026-11-30T23:00:00.000Z', false],
  ['yesno', null, false, false],
  ['decimal', 12.5, 12.5, false],
  ['decimal', '12.5', 12.5, false],
])('Lime holds a %s as %j: writing %j differs: %s', (type, held, wanted, expected) => {
  expect(differs(pairTo(property(type)), held, wanted)).toBe(expected);
});

test.each([
  [7, 7, false],
  ['7', 7, false],
  [{ _id: 7 }, 7, false],
  [{ _id: '7' }, 7, false],
  [null, 7, true],
  [null, null, false],
])('Lime holds a relation as %j: writing %j differs: %s', (held, wanted, expected) => {
  const relation = property('belongsto');
  expect(differs({ property: relation, form: 'relation' }, held, wanted)).toBe(expected);
});
