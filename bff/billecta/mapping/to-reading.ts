import type { BillectaEvent, InvoiceReading } from '../../services/ports/billecta.ts';
import { toInstant } from './date-time.ts';
import { eventTypeName } from './enums.ts';
import { ofView } from './to-invoice.ts';
import { InvoiceActionView } from './views.ts';

/** The content of a read of an invoice: its state, and its event log as far as it has happened. */
export function toReading(json: unknown, paths: readonly string[] = []): InvoiceReading {
  const view = InvoiceActionView.parse(json);
  return { invoice: ofView(view, json, paths), events: toEvents(view) };
}

function toEvents({ Events }: InvoiceActionView): BillectaEvent[] {
  return (Events ?? []).flatMap((event): BillectaEvent[] => {
    const at = event.EventDate ? toInstant(event.EventDate) : undefined;
    if (event.HasOccured !== true || !event.EventPublicId || at === undefined) return [];
    return [
      {
        id: event.EventPublicId,
        at,
        type: eventTypeName(event.EventType ?? 'Unknown'),
        title: event.Title || null,
        content: event.Content || null,
        by: event.EventBy || null,
      },
    ];
  });
}
