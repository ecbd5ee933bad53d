import type { WebhookContent } from '../../ports/billecta.ts';
import { type Effect, effect, type Moment } from './effect.ts';

/**
 * `DebtorUpdated`, `AutogiroApprovalFailed` and `AutogiroApprovalChanged`: a read of the debtor, since nothing shows
 * which of two such events is later. Also stores what the event alone reports of an approval, such as its reason.
 */
export const debtorChanged = (
  { debtorPublicId, approval }: Extract<WebhookContent, { kind: 'debtor' }>,
  { at }: Moment,
): Effect =>
  effect('applied', {
    debtor: debtorPublicId,
    notice: approval && {
      subject: debtorPublicId,
      kind: `approval-${approval.state}`,
      at,
      reason: approval.reason,
    },
  });
