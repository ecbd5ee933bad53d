/**
 * The first page of what was found.
 *
 * @param found - at least one more than `limit` when there are more
 * @param cursorOf - where a page ends that ends with this entry
 */
export function pageOf<T>(
  found: readonly T[],
  limit: number,
  cursorOf: (last: T) => string,
): { page: T[]; next: string | null } {
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return { page, next: found.length > limit && last !== undefined ? cursorOf(last) : null };
}
