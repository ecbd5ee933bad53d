/**
 * The creditors whose lists are compared: those configured; otherwise those that Billecta lets us read and that
 * open invoices that we hold are of; and where none has yet, the only one that there is. An API user may read many
 * creditors that this Lime database has nothing to do with.
 */
export function creditorsToReconcile(
  configured: readonly string[],
  readable: readonly string[],
  seen: readonly string[],
): readonly string[] {
  if (configured.length > 0) return configured;
  const known = new Set(seen.map((id) => id.toLowerCase()));
  const ours = readable.filter((id) => known.has(id.toLowerCase()));
  return ours.length === 0 && readable.length === 1 ? readable : ours;
}
