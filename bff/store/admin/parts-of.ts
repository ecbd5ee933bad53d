/**
 * Cuts a list, in its order, into parts of so many bytes and so many items at most; a larger item is a part of its own.
 */
export function partsOf<T>(
  items: readonly T[],
  bytesOf: (item: T) => number,
  most: { bytes: number; count: number },
): T[][] {
  const parts: T[][] = [];
  let stored = 0;
  for (const item of items) {
    const bytes = bytesOf(item);
    const last = parts.at(-1);
    if (last && last.length < most.count && stored + bytes <= most.bytes) {
      last.push(item);
      stored += bytes;
    } else {
      parts.push([item]);
      stored = bytes;
    }
  }
  return parts;
}
