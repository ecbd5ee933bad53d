import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CallBudget, cloudLimit } from '../../../../../bff/lime/client/call-budget.ts';

const fiveMinutes = 5 * 60 * 1000;

test('a busy moment is served without a pause', () => {
  const budget = new CallBudget(cloudLimit, 0);
  expect(Array.from({ length: 300 }, () => budget.consume(0, 0)).every((wait) => wait === 0)).toBe(true);
  expect(budget.consume(0, 0)).toBeGreaterThan(0);
});

test("whatever is asked for, no five minutes see more than Lime's 3,000 calls", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(150), { minLength: 3_500, maxLength: 5_000 }), (pauses) => {
      const budget = new CallBudget(cloudLimit, 0);
      let now = 0;
      const times = pauses.map((pause) => {
        now += pause;
        now += budget.consume(now, Number.POSITIVE_INFINITY);
        return now;
      });
      return times.every((time, index) => (times[index + 3_000] ?? Infinity) - time >= fiveMinutes);
    }),
    { numRuns: 30 },
  );
});

test('those who wait are let through one after the other', () => {
  const budget = new CallBudget({ burst: 1, perSecond: 10 }, 0);
  expect([1, 2, 3].map(() => budget.consume(0, 1_000))).toEqual([0, 100, 200]);
});

test('who would wait too long takes nothing from those who come later', () => {
  const budget = new CallBudget({ burst: 1, perSecond: 1 }, 0);
  budget.consume(0, 0);
  expect([budget.consume(0, 500), budget.consume(0, 500)]).toEqual([1_000, 1_000]);
  expect(budget.consume(1_000, 500)).toBe(0);
});

test('a call that is put back can be made by another', () => {
  const budget = new CallBudget({ burst: 1, perSecond: 1 }, 0);
  budget.consume(0, 0);
  budget.putBack();
  expect(budget.consume(0, 0)).toBe(0);
});

test('a clock that is set back gives nothing and takes nothing', () => {
  const budget = new CallBudget({ burst: 2, perSecond: 1 }, 10_000);
  budget.consume(10_000, 0);
  expect(budget.consume(0, 0)).toBe(0);
  expect(budget.consume(0, 0)).toBe(1_000);
});
