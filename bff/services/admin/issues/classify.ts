import type { Remedy, Severity } from '../../../contract/admin/issues.ts';
import type { Cause } from '../../../domain/cause.ts';
import type { IssueKind, RejectionReason, ValueFault } from '../../../domain/issue.ts';

type AnyCause = Cause | RejectionReason | ValueFault;

const remedies: Record<AnyCause, Remedy> = {
  'lime-unreachable': 'wait-for-lime',
  'lime-key': 'fix-lime-key',
  'lime-rights': 'fix-lime-rights',
  'lime-refused': 'fix-lime-field',
  'lime-unreadable': 'check-lime-answers',
  'lime-object-missing': 'add-to-lime',
  'billecta-unreachable': 'wait-for-billecta',
  'billecta-credential': 'fix-billecta-credential',
  'billecta-refused': 'look-in-billecta',
  'rate-limited': 'wait',
  unreadable: 'look-at-event',
  bug: 'report',
  unauthenticated: 'fix-webhook-key',
  'too-large': 'fix-sender',
  'not-json': 'fix-sender',
  'invalid-request': 'fix-sender',
  'left-out': 'fix-lime-field',
  duplicate: 'fix-duplicate',
  'not-found': 'fix-sender',
};

/** The administrator's action against a failure. */
export const remedyFor = (cause: AnyCause): Remedy => remedies[cause];

const passing: readonly AnyCause[] = ['lime-unreachable', 'billecta-unreachable', 'rate-limited'];

/** Whether a person has to act, or the issue may pass without action. */
export function severityOf(
  kind: IssueKind,
  cause: AnyCause,
  { count, waiting }: { count: number; waiting: number },
): Severity {
  // Webhooks do not get in until somebody corrects the key.
  if (cause === 'unauthenticated') return 'error';
  if (kind === 'request') return 'warning';
  if (kind === 'failing-event' || kind === 'value') return 'warning';
  // They may be some that Lime is not meant to have.
  if (cause === 'lime-object-missing') return kind === 'write' ? 'info' : 'warning';
  return passing.includes(cause) && waiting === count ? 'warning' : 'error';
}
