import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RequestBuckets } from '../../../../../../bff/http/middleware/callers/request-buckets.ts';

const limit = { burst: 3, perSecond: 8 };

test('a busy moment is served without a pause, and then it is enough', () => {
  const buckets = new RequestBuckets(limit, 10);
  expect([0, 0, 0, 0].map((now) => buckets.consume('anna', now))).toEqual([0, 0, 0, 125]);
});

test('after the time that was told, there is one more, and only one', () => {
  const buckets = new RequestBuckets(limit, 10);
  for (let n = 0; n < 3; n += 1) buckets.consume('anna', 0);
  expect([0, 125, 125].map((now) => buckets.consume('anna', now))).toEqual([125, 0, 125]);
});

test('who asks in vain does not wait longer for it', () => {
  const buckets = new RequestBuckets(limit, 10);
  for (let n = 0; n < 50; n += 1) buckets.consume('anna', 0);
  expect(buckets.consume('anna', 125)).toBe(0);
});

test('one caller takes nothing from another', () => {
  const buckets = new RequestBuckets(limit, 10);
  for (let n = 0; n < 50; n += 1) buckets.consume('anna', 0);
  expect(buckets.consume('rut', 0)).toBe(0);
});

test('a long rest saves up no more than the burst', () => {
  const buckets = new RequestBuckets(limit, 10);
  buckets.consume('anna', 0);
  const later = 3_600_000;
  expect([1, 2, 3, 4].map(() => buckets.consume('anna', later))).toEqual([0, 0, 0, 125]);
});

test('a clock that goes back gives and takes nothing', () => {
  const buckets = new RequestBuckets(limit, 10);
  for (let n = 0; n < 3; n += 1) buckets.consume('anna', 1_000);
  expect(buckets.consume('anna', 0)).toBe(125);
});

test('a flood of callers that nobody knows makes it no larger', () => {
  const buckets = new RequestBuckets(limit, 10);
  for (let n = 0; n < 1_000; n += 1) buckets.consume(`made up ${n}`, 0);
  expect(buckets.size).toBe(10);
});

test('who was not heard of for the longest is forgotten first, and starts anew', () => {
  const buckets = new RequestBuckets({ burst: 1, perSecond: 1 }, 2);
  buckets.consume('anna', 0);
  buckets.consume('rut', 0);
  buckets.consume('anna', 0);
  buckets.consume('stranger', 0);
  expect(buckets.consume('anna', 0)).toBeGreaterThan(0);
  expect(buckets.consume('rut', 0)).toBe(0);
});

test('whatever comes, nobody gets more in any stretch of time than the burst and what the time fills', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { maxLength: 60 }), (pauses) => {
      const buckets = new RequestBuckets(limit, 10);
      let now = 0;
      const taken = pauses.flatMap((pause) => {
        now += pause;
        return buckets.consume('anna', now) === 0 ? [now] : [];
      });
      return taken.every((from, first) =>
        taken
          .slice(first)
          .every((to, n) => n + 1 <= limit.burst + ((to - from) / 1000) * limit.perSecond + 1e-6),
      );
    }),
  );
});
