import type { WebhookContent } from '../ports/billecta.ts';
import { type Effect, effect } from './effect.ts';

/**
 * `DebtorUpdated`, `AutogiroApprovalFailed` and `AutogiroApprovalChanged`: a read of the debtor. Nothing tells which of
 * two such events is later, so what they carry is not believed.
 */
export const debtorChanged = ({ debtorPublicId }: Extract<WebhookContent, { kind: 'debtor' }>): Effect =>
  effect('applied', { debtor: debtorPublicId });
