import { type InvoiceNotes, withNote } from '../../domain/invoice/invoice-notes.ts';
import { sameForLime } from '../../domain/invoice/lime-fields.ts';
import { unreadMarks, unreadOf } from '../../domain/invoice/unread.ts';
import type { WebhookContent } from '../ports/billecta.ts';
import type { EventOutcome, StoredEvent } from '../ports/store/inbox.ts';
import type { InvoiceRecord, Snapshot } from '../ports/store/invoice-store.ts';
import type { LimeWrite } from '../ports/store/lime-writes.ts';
import type { Notice } from '../ports/store/notices.ts';
import type { Effect } from './effects/effect.ts';
import { effectOf, invoiceOf } from './event-effect.ts';

/** A stored event and its content. */
export interface ParsedEvent {
  event: StoredEvent;
  content: WebhookContent;
}

/** The effect of several events. */
export interface Folded {
  outcomes: EventOutcome[];
  /** The last snapshot to store of each invoice; each of them is also to be read. */
  stored: Map<string, Snapshot>;
  /** The notes to store of invoices. */
  notes: Map<string, InvoiceNotes>;
  notices: Notice[];
  /** The unread marks of invoices, where they have changed. */
  unread: Map<string, number>;
  /** Other invoices, and debtors, that are to be read. */
  toRead: string[];
  debtors: string[];
  /** Invoices to write to Lime, and the other writes. */
  changed: string[];
  writes: LimeWrite[];
}

/** The effect of events, applied one after the other to the stored snapshots of their invoices. Changes nothing. */
export function foldEvents(
  events: readonly ParsedEvent[],
  records: readonly InvoiceRecord[],
  now: string,
): Folded {
  const before = new Map(records.map((record) => [record.actionPublicId, record]));
  const stored = new Map<string, Snapshot>();
  const notes = new Map<string, InvoiceNotes>();
  const effects = events.map(({ event, content }): Effect => {
    const invoice = invoiceOf(content) ?? '';
    const record = before.get(invoice);
    const effect = effectOf(content, stored.get(invoice) ?? record?.snapshot ?? null, momentOf(event, now));
    if (effect.snapshot) stored.set(invoice, { invoice: effect.snapshot, asOf: now, source: 'webhook' });
    if (effect.note && record) notes.set(invoice, withNote(notes.get(invoice) ?? record.notes, effect.note));
    return effect;
  });
  return {
    outcomes: events.map(({ event }, at) => completed(event, effects[at] as Effect)),
    stored,
    notes,
    notices: effects.flatMap(({ notice }, place) => {
      const eventId = events[place]?.event.id;
      return notice && eventId !== undefined ? [{ ...notice, eventId }] : [];
    }),
    unread: unreadChanges(records, stored, notes),
    toRead: [...new Set(effects.flatMap(({ read }) => read))].filter((id) => !stored.has(id)),
    debtors: [...new Set(effects.flatMap(({ debtor }) => debtor ?? []))],
    changed: records
      .filter((record) => isChanged(record, stored, notes))
      .map((record) => record.actionPublicId),
    writes: effects.flatMap(({ write }) => write ?? []),
  };
}

/** An event that carries no time happened when it arrived. */
const momentOf = ({ occurredAt, receivedAt }: StoredEvent, now: string) => ({
  at: occurredAt ?? receivedAt,
  now,
});

const completed = ({ id }: StoredEvent, { state, words }: Effect): EventOutcome => ({
  kind: 'settled',
  id,
  state,
  words,
});

function unreadChanges(
  records: readonly InvoiceRecord[],
  stored: ReadonlyMap<string, Snapshot>,
  notes: ReadonlyMap<string, InvoiceNotes>,
): Map<string, number> {
  const changes = new Map<string, number>();
  for (const record of records) {
    const { actionPublicId } = record;
    const invoice = (stored.get(actionPublicId) ?? record.snapshot)?.invoice;
    const unread = invoice ? unreadMarks(unreadOf(invoice, notes.get(actionPublicId) ?? record.notes)) : 0;
    if (unread !== record.unread) changes.set(actionPublicId, unread);
  }
  return changes;
}

/** Whether the new snapshot or notes change a field that Lime shows. */
function isChanged(
  record: InvoiceRecord,
  stored: ReadonlyMap<string, Snapshot>,
  notes: ReadonlyMap<string, InvoiceNotes>,
): boolean {
  const { actionPublicId } = record;
  const after = stored.get(actionPublicId) ?? record.snapshot;
  if (!after) return false;
  if (!record.snapshot) return true;
  return !sameForLime(record.snapshot.invoice, after.invoice, record.notes, notes.get(actionPublicId));
}
