import type { DebtorComment, Invoice } from './invoice.ts';
import type { DeliveryReport, InvoiceNotes } from './invoice-notes.ts';
import { isClosed } from './stage.ts';

/** The debtor's comment, and a failed delivery, until they are marked as seen. */
export interface Unread {
  comment: DebtorComment | null;
  delivery: DeliveryReport | null;
}

/** A comment that was older than this when the invoice was first read is history, ms. */
const news = 24 * 60 * 60 * 1000;

/** What a user should look at. Nothing of an invoice that needs no payment any more. */
export function unreadOf(invoice: Invoice, { delivery, seen }: InvoiceNotes): Unread {
  if (isClosed(invoice)) return { comment: null, delivery: null };
  const { debtorComment } = invoice;
  return {
    comment: debtorComment && debtorComment.id !== seen.comment ? debtorComment : null,
    delivery: delivery && !delivery.delivered && delivery.at !== seen.delivery ? delivery : null,
  };
}

/** The marks by which unread invoices are counted; the sum of those that apply is stored. */
export const unreadMark = { comment: 1, delivery: 2 } as const;

export const unreadMarks = ({ comment, delivery }: Unread): number =>
  (comment ? unreadMark.comment : 0) + (delivery ? unreadMark.delivery : 0);

/**
 * Notes for an invoice that is read for the first time: a comment that is older than a day predates the service, and is
 * not shown as unread.
 */
export function firstNotes(invoice: Invoice, notes: InvoiceNotes, now: string): InvoiceNotes {
  const { debtorComment } = invoice;
  if (!debtorComment || Date.parse(now) - Date.parse(debtorComment.at) < news) return notes;
  return { ...notes, seen: { ...notes.seen, comment: debtorComment.id } };
}
