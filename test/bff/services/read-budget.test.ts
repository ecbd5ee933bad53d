import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ReadBudget } from '../../../bff/services/read-budget.ts';

/** The instants of reads that are asked for after each of these pauses, each done when the budget lets it, ms. */
function readTimes(pauses: readonly number[]): number[] {
  const budget = new ReadBudget(0);
  let now = 0;
  return pauses.map((pause) => {
    now += pause;
    now += budget.take(now);
    return now;
  });
}

test('a table of forty rows is read without a pause', () => {
  expect(readTimes(Array(40).fill(0)).at(-1)).toBe(0);
});

test('whatever is asked for, no ten seconds see more than 90 reads', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(400), { minLength: 100, maxLength: 400 }), (pauses) => {
      const times = readTimes(pauses);
      return times.every((time, index) => (times[index + 90] ?? Number.POSITIVE_INFINITY) - time >= 10_000);
    }),
    { numRuns: 300 },
  );
});
