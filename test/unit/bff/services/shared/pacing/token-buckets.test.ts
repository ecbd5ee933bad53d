import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TokenBuckets } from '../../../../../../bff/services/shared/pacing/token-buckets.ts';

const limit = { burst: 3, perSecond: 8 };

test('a busy moment is served without a pause, and then it is enough', () => {
  const buckets = new TokenBuckets(limit, 10);
  expect([0, 0, 0, 0].map((now) => buckets.take('anna', now))).toEqual([0, 0, 0, 125]);
});

test('after the time that was told, there is one more, and only one', () => {
  const buckets = new TokenBuckets(limit, 10);
  for (let n = 0; n < 3; n += 1) buckets.take('anna', 0);
  expect([0, 125, 125].map((now) => buckets.take('anna', now))).toEqual([125, 0, 125]);
});

test('who asks in vain does not wait longer for it', () => {
  const buckets = new TokenBuckets(limit, 10);
  for (let n = 0; n < 50; n += 1) buckets.take('anna', 0);
  expect(buckets.take('anna', 125)).toBe(0);
});

test('one caller takes nothing from another', () => {
  const buckets = new TokenBuckets(limit, 10);
  for (let n = 0; n < 50; n += 1) buckets.take('anna', 0);
  expect(buckets.take('rut', 0)).toBe(0);
});

test('a long rest saves up no more than the burst', () => {
  const buckets = new TokenBuckets(limit, 10);
  buckets.take('anna', 0);
  const later = 3_600_000;
  expect([1, 2, 3, 4].map(() => buckets.take('anna', later))).toEqual([0, 0, 0, 125]);
});

test('a clock that goes back gives and takes nothing', () => {
  const buckets = new TokenBuckets(limit, 10);
  for (let n = 0; n < 3; n += 1) buckets.take('anna', 1_000);
  expect(buckets.take('anna', 0)).toBe(125);
});

test('a flood of callers that nobody knows makes it no larger', () => {
  const buckets = new TokenBuckets(limit, 10);
  for (let n = 0; n < 1_000; n += 1) buckets.take(`made up ${n}`, 0);
  expect(buckets.size).toBe(10);
});

test('who was not heard of for the longest is forgotten first, and starts anew', () => {
  const buckets = new TokenBuckets({ burst: 1, perSecond: 1 }, 2);
  buckets.take('anna', 0);
  buckets.take('rut', 0);
  buckets.take('anna', 0);
  buckets.take('stranger', 0);
  expect(buckets.take('anna', 0)).toBeGreaterThan(0);
  expect(buckets.take('rut', 0)).toBe(0);
});

test('whatever comes, nobody gets more in any stretch of time than the burst and what the time fills', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { maxLength: 60 }), (pauses) => {
      const buckets = new TokenBuckets(limit, 10);
      let now = 0;
      const taken = pauses.flatMap((pause) => {
        now += pause;
        return buckets.take('anna', now) === 0 ? [now] : [];
      });
      return taken.every((from, first) =>
        taken
          .slice(first)
          .every((to, n) => n + 1 <= limit.burst + ((to - from) / 1000) * limit.perSecond + 1e-6),
      );
    }),
  );
});
