/** A name of Billecta's, such as `NoCoverage`; a number that it may be sent as. */
const code = /^[A-Za-z][A-Za-z0-9]{0,63}$|^\d{1,6}$/;

export const isGuid = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

/**
 * The reason of an autogiro event: a code alone, or in a field of its own. That the codes come in `AdditionalData` is
 * inferred (docs/facts/billecta.md 6.4). `Unknown` is none.
 */
export function toReason(additional: unknown): string | null {
  if (typeof additional === 'number') return toReason(String(additional));
  if (typeof additional === 'string')
    return code.test(additional) && additional !== 'Unknown' ? additional : null;
  if (typeof additional !== 'object' || additional === null) return null;
  const { CommentCode, Comment } = additional as { CommentCode?: unknown; Comment?: unknown };
  return toReason(CommentCode ?? Comment ?? null);
}
