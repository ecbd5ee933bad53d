import type { WebhookContent } from '../../ports/billecta.ts';
import { type Effect, effect } from './effect.ts';

/** `ReminderInvoiceActionCreated`: noted on its invoice, which is read; and its own object, where Lime has one. */
export const reminderCreated = ({
  actionPublicId,
  reminder,
  fields,
}: Extract<WebhookContent, { kind: 'reminder' }>): Effect =>
  effect('applied', {
    note: { reminder },
    read: [actionPublicId],
    write: { kind: 'reminder', billectaId: reminder.actionPublicId, fields, step: 0 },
  });
