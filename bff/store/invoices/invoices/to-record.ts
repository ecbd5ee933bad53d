import type { Selectable } from 'kysely';
import { noNotes } from '../../../domain/invoice/invoice-notes.ts';
import type { InvoiceRecord } from '../../../services/ports/store/invoice-store.ts';
import type { Schema } from '../../schema.ts';

type Row = Selectable<Schema['invoice']>;

/** An invoice as it is stored. */
export function toRecord(row: Row): InvoiceRecord {
  const { snapshot, as_of: asOf, source } = row;
  return {
    actionPublicId: row.action_public_id,
    limeId: row.lime_id,
    snapshot: snapshot && asOf && source ? { invoice: JSON.parse(snapshot), asOf, source } : null,
    notes: row.notes === null ? noNotes : JSON.parse(row.notes),
    unread: row.unread,
    verifiedAt: row.verified_at,
    readDueAt: row.read_due_at,
    readEnqueuedAt: row.read_enqueued_at,
    readAttempts: row.read_attempts,
  };
}
