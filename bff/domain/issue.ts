/** The kinds of failure; the contract describes each. */
export const issueKinds = [
  'event',
  'failing-event',
  'unreadable-event',
  'write',
  'value',
  'read',
  'reconciliation',
  'worker-failing',
  'asked-to-wait',
  'request',
] as const;
export type IssueKind = (typeof issueKinds)[number];

/** Why the receiver rejected a request: wrong key, too large, not JSON, JSON but no object, no such address. */
export const rejectionReasons = [
  'unauthenticated',
  'too-large',
  'not-json',
  'invalid-request',
  'not-found',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/**
 * `left-out`: Lime does not accept a value as it is; `duplicate`: several objects in Lime have the same Billecta id.
 */
export const valueFaults = ['left-out', 'duplicate'] as const;
export type ValueFault = (typeof valueFaults)[number];
