import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cloudLimit } from '../../../../../../bff/lime/client/call-limit.ts';
import { TokenBucket } from '../../../../../../bff/services/shared/pacing/token-bucket.ts';

const fiveMinutes = 5 * 60 * 1000;

test('a busy moment is served without a pause', () => {
  const bucket = new TokenBucket(cloudLimit);
  expect(Array.from({ length: 300 }, () => bucket.take(0)).every((wait) => wait === 0)).toBe(true);
  expect(bucket.take(0)).toBeGreaterThan(0);
});

test("whatever is asked for, no five minutes see more than Lime's 3,000 calls", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(150), { minLength: 3_500, maxLength: 5_000 }), (pauses) => {
      const bucket = new TokenBucket(cloudLimit);
      let now = 0;
      const times = pauses.map((pause) => {
        now += pause;
        now += bucket.take(now, { maxWait: Number.POSITIVE_INFINITY });
        return now;
      });
      return times.every((time, index) => (times[index + 3_000] ?? Infinity) - time >= fiveMinutes);
    }),
    { numRuns: 30 },
  );
});

test('those who wait are let through one after the other', () => {
  const bucket = new TokenBucket({ burst: 1, perSecond: 10 });
  expect([1, 2, 3].map(() => bucket.take(0, { maxWait: 1_000 }))).toEqual([0, 100, 200]);
});

test('who would wait too long takes nothing from those who come later', () => {
  const bucket = new TokenBucket({ burst: 1, perSecond: 1 });
  bucket.take(0);
  expect([bucket.take(0, { maxWait: 500 }), bucket.take(0, { maxWait: 500 })]).toEqual([1_000, 1_000]);
  expect(bucket.take(1_000, { maxWait: 500 })).toBe(0);
});

test('a call that is put back can be made by another', () => {
  const bucket = new TokenBucket({ burst: 1, perSecond: 1 });
  bucket.take(0);
  bucket.putBack();
  expect(bucket.take(0)).toBe(0);
});

test('a clock that is set back gives nothing and takes nothing', () => {
  const bucket = new TokenBucket({ burst: 2, perSecond: 1 });
  bucket.take(10_000);
  expect(bucket.take(0)).toBe(0);
  expect(bucket.take(0)).toBe(1_000);
});

test('what has to be left is left', () => {
  const bucket = new TokenBucket({ burst: 4, perSecond: 1 });
  expect([1, 2, 3].map(() => bucket.takeBeyond(2, 0))).toEqual([true, true, false]);
  expect(bucket.take(0, { cost: 2 })).toBe(0);
});

test('whatever is taken, no stretch of time gives more than the burst and what it fills', () => {
  const rate = { burst: 5, perSecond: 20 };
  const step = fc.record({
    pause: fc.nat(200),
    cost: fc.integer({ min: 1, max: 5 }),
    maxWait: fc.nat(500),
    kept: fc.option(fc.nat(4)),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const bucket = new TokenBucket(rate);
      let now = 0;
      const taken = steps.flatMap(({ pause, cost, maxWait, kept }) => {
        now += pause;
        if (kept !== null) return bucket.takeBeyond(kept, now) ? [{ at: now, cost: 1 }] : [];
        const wait = bucket.take(now, { cost, maxWait });
        return wait <= maxWait ? [{ at: now + wait, cost }] : [];
      });
      return taken.every((from, first) => {
        let sum = 0;
        return taken.slice(first).every((to) => {
          sum += to.cost;
          // A wait is told in whole ms.
          const passed = to.at - from.at + 1;
          return sum <= rate.burst + (passed / 1000) * rate.perSecond;
        });
      });
    }),
  );
});
