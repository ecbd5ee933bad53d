import type { InvoiceStatus, SeenInput } from '../../../bff/contract/invoice-status.ts';
import type { TextKey } from '../../i18n/en.ts';
import type { Translator } from '../../i18n/translator.ts';
import type { Unread } from './marking.ts';

/** Something that has come from Billecta and that a user should look at. */
export interface Notice {
  id: 'autogiro' | Unread;
  title: TextKey;
  at: string;
  tone: 'danger' | 'attention';
  /** In our words. */
  text?: string;
  /** In the words of the debtor, or of Billecta. */
  quote?: string;
  /** Sent to the BFF when exactly this has been looked at; without it there is nothing to mark as read. */
  seen?: SeenInput;
}

/**
 * What the card shows beside the chips: why autogiro failed, why the invoice did not reach the debtor, and what the
 * debtor wrote.
 *
 * @param why - autogiro's reason in words; undefined where there is none, and while its words are fetched
 */
export function noticesFor(
  { autogiro, unread }: InvoiceStatus,
  why: string | undefined,
  t: Translator,
): Notice[] {
  const { comment, delivery } = unread;
  const notices: Notice[] = [];
  if (autogiro)
    notices.push({
      id: 'autogiro',
      title: `chip.autogiro.${autogiro.state}`,
      at: autogiro.since,
      tone: autogiro.state === 'failed' ? 'danger' : 'attention',
      text: autogiro.reason === null ? t.text('notice.no-reason') : (why ?? ''),
    });
  if (delivery)
    notices.push({
      id: 'delivery',
      title: 'chip.undelivered',
      at: delivery.at,
      tone: 'danger',
      ...(delivery.reason ? { quote: delivery.reason } : { text: t.text('notice.no-reason') }),
      seen: { delivery: delivery.at },
    });
  if (comment)
    notices.push({
      id: 'comment',
      title: 'chip.comment',
      at: comment.at,
      tone: 'attention',
      quote: comment.text,
      seen: { comment: comment.id },
    });
  return notices;
}
