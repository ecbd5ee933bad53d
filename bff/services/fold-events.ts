import { effectOf, invoiceOf } from './event-effect.ts';
import type { EventOutcome, Held, InvoiceRecord, StoredEvent, WebhookContent } from './ports.ts';

/** A stored event and what it says. */
export interface ReadEvent {
  event: StoredEvent;
  content: WebhookContent;
}

/** What several events come to. */
export interface Folded {
  outcomes: EventOutcome[];
  /** The last of what is to be held of each invoice; every one of them is to be read besides. */
  held: Map<string, Held>;
  /** Other invoices that are to be read. */
  toRead: string[];
}

/** What events come to, applied one after the other to what is held of their invoices. Changes nothing. */
export function foldEvents(
  events: readonly ReadEvent[],
  records: readonly InvoiceRecord[],
  now: string,
): Folded {
  const before = new Map(records.map((record) => [record.actionPublicId, record.held]));
  const held = new Map<string, Held>();
  const toRead = new Set<string>();
  const outcomes = events.map(({ event, content }): EventOutcome => {
    const invoice = invoiceOf(content) ?? '';
    const effect = effectOf(content, held.get(invoice) ?? before.get(invoice) ?? null);
    if (effect.hold) held.set(invoice, { invoice: effect.hold, asOf: now, source: 'webhook' });
    if (effect.read) toRead.add(effect.read);
    return { kind: 'settled', id: event.id, state: effect.state, words: effect.words };
  });
  return { outcomes, held, toRead: [...toRead].filter((id) => !held.has(id)) };
}
