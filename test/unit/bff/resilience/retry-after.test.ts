import { expect, test } from 'vitest';
import { retryAfter } from '../../../../bff/resilience/retry-after.ts';

const now = Date.parse('2026-08-01T12:00:00Z');

test.each([
  ['0', 0],
  ['7', 7],
  [' 7 ', 7],
  ['Sat, 01 Aug 2026 12:00:30 GMT', 30],
  ['Saturday, 01-Aug-26 12:00:30 GMT', 30],
  ['Sat Aug  1 12:00:30 2026 GMT', 30],
])('%j is %i s', (header, seconds) => {
  expect(retryAfter(header, now)).toBe(seconds);
});

test('a date that is over is no wait', () => {
  expect(retryAfter('Sat, 01 Aug 2026 11:00:00 GMT', now)).toBe(0);
});

test.each(['301', '99999999999', 'Sun, 01 Aug 2027 12:00:00 GMT'])('%j is five minutes', (header) => {
  expect(retryAfter(header, now)).toBe(300);
});

test.each([undefined, '', 'soon', '-1', '1.5', '5 s', ['5', '6']])('%j says nothing', (header) => {
  expect(retryAfter(header, now)).toBeUndefined();
});
