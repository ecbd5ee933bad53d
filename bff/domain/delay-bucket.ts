/** Each bucket of delays reaches a tenth further than the one before. */
const step = Math.log(1.1);

/** The bucket that a delay falls into, so that a few counts describe millions of delays. @param ms - 0 or more */
export const delayBucket = (ms: number): number => Math.ceil(Math.log(Math.max(0, ms) + 1) / step);

/** The longest delay in a bucket, ms. */
const longestIn = (bucket: number): number => Math.round(Math.exp(bucket * step) - 1);

/** The delay that so large a share of them does not exceed, ms; null when there are none. */
export function percentile(
  buckets: ReadonlyArray<{ bucket: number; count: number }>,
  share: number,
): number | null {
  const sorted = [...buckets].sort((a, b) => a.bucket - b.bucket);
  const rank = share * sorted.reduce((sum, { count }) => sum + count, 0);
  let passed = 0;
  for (const { bucket, count } of sorted) {
    passed += count;
    if (passed >= rank) return longestIn(bucket);
  }
  return null;
}
