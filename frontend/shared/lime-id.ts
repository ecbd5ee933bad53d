/** An id that a saved record can have; a new record has none, a new table row may have zero. */
export function limeIdOf(value: number | null | undefined): number | null {
  return Number.isInteger(value) && Number(value) > 0 ? Number(value) : null;
}
