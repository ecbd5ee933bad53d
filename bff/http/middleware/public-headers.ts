import type { IncomingHttpHeaders } from 'node:http';

/** Headers that describe the request's route and content; any other header may carry a secret. */
const harmless: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'date',
  'expect',
  'forwarded',
  'host',
  'request-id',
  'traceparent',
  'transfer-encoding',
  'user-agent',
  'via',
  'x-amzn-trace-id',
  'x-correlation-id',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
  'x-request-id',
]);

/** A request's headers; of those that may carry a secret, and of the one that carries the key, the name alone. */
export function publicHeaders(headers: IncomingHttpHeaders, keyHeader: string): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name in headers)
    kept[name] = name !== keyHeader && harmless.has(name) ? String(headers[name]) : '(not kept)';
  return kept;
}
