import type { IncomingHttpHeaders } from 'node:http';

const secret = /key|token|secret|auth|cookie|password|session|signature/i;

/** A request's headers with the values of secrets, and of the one that carries the key, taken out. */
export function publicHeaders(headers: IncomingHttpHeaders, keyHeader: string): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name in headers)
    kept[name] = name === keyHeader || secret.test(name) ? '(not kept)' : String(headers[name]);
  return kept;
}
