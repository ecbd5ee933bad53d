/**
 * The path by which a request finds its route. Lime's own addresses end with a slash, and those without are taken
 * (facts 7).
 */
export function routedPath({ url }: Request): string {
  const { pathname } = new URL(url);
  return /^\/[^/]+\/api\//.test(pathname) && !pathname.endsWith('/') ? `${pathname}/` : pathname;
}
