/** Cuts a list, in its order, into parts of so many bytes and so many items at most; a larger item is a part by itself. */
export function partsOf<T>(
  items: readonly T[],
  bytesOf: (item: T) => number,
  most: { bytes: number; count: number },
): T[][] {
  const parts: T[][] = [];
  let held = 0;
  for (const item of items) {
    const bytes = bytesOf(item);
    const last = parts.at(-1);
    if (last && last.length < most.count && held + bytes <= most.bytes) {
      last.push(item);
      held += bytes;
    } else {
      parts.push([item]);
      held = bytes;
    }
  }
  return parts;
}
