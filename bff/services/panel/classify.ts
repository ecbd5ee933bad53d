import type { Cause } from '../../contract/cause.ts';
import type { IssueKind, RejectionReason, Remedy, Severity } from '../../contract/sync-issues.ts';

const remedies: Record<Cause | RejectionReason, Remedy> = {
  'lime-unreachable': 'wait-for-lime',
  'lime-refused': 'mend-lime-key-or-fields',
  'lime-unreadable': 'check-lime-answers',
  'lime-object-missing': 'add-to-lime',
  'billecta-unreachable': 'wait-for-billecta',
  'billecta-refused': 'mend-billecta-credential',
  'rate-limited': 'wait',
  unreadable: 'look-at-event',
  bug: 'report',
  unauthenticated: 'mend-webhook-key',
  'too-large': 'mend-sender',
  'not-json': 'mend-sender',
  'invalid-request': 'mend-sender',
  'not-found': 'mend-sender',
};

/** What an administrator does about a failure. */
export const remedyFor = (cause: Cause | RejectionReason): Remedy => remedies[cause];

const passing: ReadonlyArray<Cause | RejectionReason> = [
  'lime-unreachable',
  'billecta-unreachable',
  'rate-limited',
  'lime-object-missing',
];

/** Whether somebody has to do something, or it may pass by itself. */
export function severityOf(
  kind: IssueKind,
  cause: Cause | RejectionReason,
  { count, waiting }: { count: number; waiting: number },
): Severity {
  if (kind === 'request') return 'warning';
  if (kind === 'failing-event') return 'warning';
  return passing.includes(cause) && waiting === count ? 'warning' : 'error';
}
