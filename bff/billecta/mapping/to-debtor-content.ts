import { z } from 'zod';
import type { Approval, WebhookContent } from '../../services/ports/billecta.ts';
import { isGuid, toReason } from './to-reason.ts';

const Debtor = z.object({ DebtorPublicId: z.string().min(1) });

/**
 * Whose debtor or approval of autogiro has changed. A debtor view names the debtor; an approval alone does not, and
 * then the second slot does, as a view or as the id alone (docs/facts/billecta.md 6.4).
 *
 * @throws ZodError when neither names one
 */
export function toDebtorContent(
  approval: Approval['state'] | null,
  payload: unknown,
  secondPayload: unknown,
): WebhookContent {
  const debtorPublicId =
    debtorIn(payload) ?? debtorIn(secondPayload) ?? Debtor.parse(secondPayload).DebtorPublicId;
  return {
    kind: 'debtor',
    debtorPublicId,
    approval: approval && { state: approval, reason: toReason(secondPayload) },
  };
}

function debtorIn(payload: unknown): string | null {
  if (typeof payload === 'string') return isGuid(payload) ? payload : null;
  const found = Debtor.safeParse(payload);
  return found.success ? found.data.DebtorPublicId : null;
}
