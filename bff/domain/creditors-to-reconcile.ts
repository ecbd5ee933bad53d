/**
 * The creditors whose lists are compared: those configured; otherwise those that Billecta lets the service read and
 * that have invoices stored as open; and where there are none yet, the only creditor if there is just one. An API user
 * may read many creditors that have nothing to do with this Lime database.
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
