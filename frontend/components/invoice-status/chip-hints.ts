import type { InvoiceStatus } from '../../../bff/contract/invoice-status.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { LazyReasons } from '../../shared/lazy-reasons.ts';
import type { StatusChip } from './chips-for.ts';

export type ChipHints = Partial<Record<StatusChip['id'], string>>;

/** Why autogiro failed, why the invoice did not reach the debtor, and what the debtor wrote, as far as it is known. */
export function chipHints(
  { autogiro, unread }: InvoiceStatus,
  reasons: LazyReasons,
  t: Translator,
): ChipHints {
  const { comment, delivery } = unread;
  const why = reasons.textFor(autogiro?.reason ?? null, t);
  return {
    ...(why && { autogiro: why }),
    ...(delivery?.reason && { undelivered: delivery.reason }),
    ...(comment && { comment: comment.text }),
  };
}
