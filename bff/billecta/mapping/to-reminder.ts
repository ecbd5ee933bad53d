import type { Fields } from '../../domain/fields.ts';
import type { Reminder } from '../../domain/invoice/invoice-notes.ts';
import { toInstant } from './date-time.ts';
import { amount, pickFields } from './pick-fields.ts';
import { ReminderInvoiceActionView } from './views.ts';

export interface ReminderReading {
  /** The invoice that was reminded of. */
  actionPublicId: string;
  reminder: Reminder;
  /** For the reminder's own object, where Lime has one. */
  fields: Fields;
}

/** @throws ZodError when it is no ReminderInvoiceActionView */
export function toReminder(json: unknown, paths: readonly string[]): ReminderReading {
  const view = ReminderInvoiceActionView.parse(json);
  return {
    actionPublicId: view.SourceActionPublicId,
    reminder: {
      actionPublicId: view.ActionPublicId,
      createdAt: toInstant(view.Created) ?? view.Created,
      fee: (view.ReminderFee && amount(view.ReminderFee)) ?? null,
    },
    fields: pickFields(json, paths),
  };
}
