/**
 * Whether a text from outside can be an id of Billecta: digits or a guid, or other letters, digits, `_` and `-` of at
 * most 64 characters. Such an id is safe in a path, a query and an index (docs/facts/billecta.md 1.4).
 */
export const isPlainId = (text: string): boolean => /^[A-Za-z0-9_-]{1,64}$/.test(text);
