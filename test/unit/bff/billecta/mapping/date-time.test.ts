import { expect, test } from 'vitest';
import { toInstant, toSwedishDay } from '../../../../../bff/billecta/mapping/date-time.ts';

test.each([
  ['a space and an offset', '2026-11-23 14:05:00+01:00', '2026-11-23T13:05:00.000Z'],
  ['a T', '2026-07-01T00:00:00+02:00', '2026-06-30T22:00:00.000Z'],
  ['no offset in winter: Swedish time', '2026-01-15T12:00:00', '2026-01-15T11:00:00.000Z'],
  ['no offset in summer: Swedish time', '2026-07-15 12:00:00', '2026-07-15T10:00:00.000Z'],
  ['a fraction', '2026-01-15T12:00:00.123', '2026-01-15T11:00:00.123Z'],
  ['an offset without a colon', '2026-01-15 12:00:00+0100', '2026-01-15T11:00:00.000Z'],
  ['UTC', '2026-01-15T12:00:00Z', '2026-01-15T12:00:00.000Z'],
  ['a day alone: its midnight in Sweden', '2026-01-15', '2026-01-14T23:00:00.000Z'],
])('%s', (_form, text, instant) => {
  expect(toInstant(text)).toBe(instant);
});

test.each(['', 'soon', '2026-13-01 00:00:00', '2026-02-30', '15/01/2026', '2026-01-15 25:00:00'])(
  '%j is no date-time',
  (text) => {
    expect(toInstant(text)).toBeUndefined();
    expect(toSwedishDay(text)).toBeUndefined();
  },
);

test('a due date is the day in Sweden, not the day in UTC', () => {
  expect(toSwedishDay('2026-11-23 00:00:00+01:00')).toBe('2026-11-23');
  expect(toSwedishDay('2026-11-22T23:30:00Z')).toBe('2026-11-23');
});
