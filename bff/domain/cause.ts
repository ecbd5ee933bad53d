/**
 * Why something could not be done, as failures are grouped and told. `lime-key` and `billecta-credential`: the service is
 * not known there; `lime-rights`: it may not do this; `…-refused`: what was asked or written is refused, in words.
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
