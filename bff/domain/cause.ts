/**
 * The kind of a failure, as failures are grouped and shown. `lime-key` and `billecta-credential`: the service is not
 * known there; `lime-rights`: it may not do this; `…-refused`: the request or the write is refused, with a message.
 */
export const causes = [
  'lime-unreachable',
  'lime-key',
  'lime-rights',
  'lime-refused',
  'lime-unreadable',
  'lime-object-missing',
  'billecta-unreachable',
  'billecta-credential',
  'billecta-refused',
  'rate-limited',
  'unreadable',
  'bug',
] as const;
export type Cause = (typeof causes)[number];
