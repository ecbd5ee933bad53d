/** Cookies of visitor analytics. They change without a log-in, and no log-in is made of them. */
const watching = /^(_ga|_gid|_gat|_gcl|_pk_|_hj|_fbp|_cl|ajs_|amplitude|ai_user|ai_session|mp_|intercom-)/;

/**
 * The session in a `Cookie` header: the same text whatever the order of the cookies, and whatever others come with it.
 * Of two with one name the first counts.
 *
 * @param names - those that make up a session; with none, all do except those of visitor analytics
 * @returns a `Cookie` header with those alone; undefined when there is none of them
 */
export function sessionOf(header: string, names: readonly string[]): string | undefined {
  const cookies = new Map<string, string>();
  for (const part of header.split(';')) {
    const cookie = part.trim();
    const name = cookie.split('=', 1)[0] ?? '';
    const belongs = names.length > 0 ? names.includes(name) : !watching.test(name);
    if (cookie !== '' && belongs && !cookies.has(name)) cookies.set(name, cookie);
  }
  return [...cookies.values()].sort().join('; ') || undefined;
}
