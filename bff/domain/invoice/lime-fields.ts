import type { Fields } from '../fields.ts';
import type { Invoice } from './invoice.ts';
import type { DeliveryReport, InvoiceNotes } from './invoice-notes.ts';
import { isClosed } from './stage.ts';

/** Trouble with autogiro that still matters: none for an invoice that needs no payment any more. */
export const currentTrouble = (invoice: Invoice, { autogiro }: InvoiceNotes) =>
  isClosed(invoice) ? null : autogiro;

/** Everything of an invoice that can be written to Lime, by the names that a field mapping uses. */
export function fieldsOfInvoice(invoice: Invoice, notes: InvoiceNotes): Fields {
  return {
    ...invoice.fields,
    'Status.Stage': invoice.stage,
    'Status.Disputed': invoice.disputedSince !== null,
    'Status.DisputedSince': invoice.disputedSince,
    'Status.Paused': invoice.paused,
    'Status.PausedSince': invoice.pausedSince,
    'Status.NextEvent': invoice.nextEvent?.text ?? null,
    'Status.NextEventDate': invoice.nextEvent?.date ?? null,
    'Status.Autogiro': currentTrouble(invoice, notes)?.state ?? 'none',
    'Status.AutogiroReason': currentTrouble(invoice, notes)?.reason ?? null,
    'Status.DebtorComment': invoice.debtorComment?.text ?? null,
    'Status.DebtorCommentDate': invoice.debtorComment?.at ?? null,
    'Status.Delivery': deliveryState(notes.delivery),
    'Status.DeliveryReason': notes.delivery?.delivered === false ? notes.delivery.reason : null,
    ...(notes.reminder && {
      'Reminder.Created': notes.reminder.createdAt,
      'Reminder.ReminderFee': notes.reminder.fee,
    }),
  };
}

function deliveryState(report: DeliveryReport | null): string {
  if (!report) return 'none';
  return report.delivered ? 'delivered' : 'failed';
}

/** Whether Lime would show the same of both. */
export function sameForLime(
  before: Invoice,
  after: Invoice,
  notesBefore: InvoiceNotes,
  notesAfter: InvoiceNotes = notesBefore,
): boolean {
  const a = fieldsOfInvoice(before, notesBefore);
  const b = fieldsOfInvoice(after, notesAfter);
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => a[name] === b[name]);
}
