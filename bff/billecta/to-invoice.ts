import type { Invoice } from '../domain/invoice.ts';
import { toInstant, toSwedishDay } from './date-time.ts';
import { eventTypeName } from './enums.ts';
import { toAmounts } from './money.ts';
import { toStage } from './stage.ts';
import { InvoiceActionView } from './views.ts';

/** @throws ZodError when it is no InvoiceActionView */
export function toInvoice(json: unknown): Invoice {
  const view = InvoiceActionView.parse(json);
  const { State } = view;
  const amounts = toAmounts(view);
  const occurred = (view.Events ?? []).filter((event) => event.HasOccured === true);
  return {
    actionPublicId: view.ActionPublicId,
    creditorPublicId: view.CreditorPublicId ?? null,
    invoiceNumber: view.InvoiceNumber || null,
    stage: toStage(view, amounts),
    disputedSince: State.DisputedDate ? (toInstant(State.DisputedDate) ?? null) : null,
    paused: State.IsPaused === true,
    pausedSince: State.IsPaused ? lastPaused(occurred) : null,
    amounts,
    dueDate: view.DueDate ? (toSwedishDay(view.DueDate) ?? null) : null,
    nextEvent: State.NextEvent
      ? { text: State.NextEvent, date: (State.NextEventDate && toSwedishDay(State.NextEventDate)) || null }
      : null,
    permits: {
      dispute: view.CanDispute ?? null,
      'cancel-dispute': view.CanUnDispute ?? null,
      pause: view.CanPause ?? null,
      resume: view.CanResume ?? null,
    },
    occurred: occurred.flatMap((event) => event.EventPublicId ?? []),
  };
}

/** The view says that an invoice is paused, not since when; its event log does. */
function lastPaused(events: NonNullable<InvoiceActionView['Events']>): string | null {
  const instants = events
    .filter((event) => eventTypeName(event.EventType ?? '') === 'Paused')
    .flatMap((event) => (event.EventDate && toInstant(event.EventDate)) || []);
  return instants.sort().at(-1) ?? null;
}
