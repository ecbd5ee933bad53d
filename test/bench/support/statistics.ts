/** @throws when there is nothing to take it of */
export const median = (values: readonly number[]): number => percentile(values, 50);

/** The smallest value that `percent` of the values do not exceed. */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
  if (found === undefined) throw new Error('There are no values');
  return found;
}
