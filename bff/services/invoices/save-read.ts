import { acceptSnapshot } from '../../domain/invoice/accept-snapshot.ts';
import type { Invoice } from '../../domain/invoice/invoice.ts';
import type { InvoiceSource } from '../../domain/invoice/invoice-source.ts';
import { sameForLime } from '../../domain/invoice/lime-fields.ts';
import { firstNotes, unreadMarks, unreadOf } from '../../domain/invoice/unread.ts';
import type { InvoiceState } from '../ports/store/invoice-states.ts';
import type { InvoiceRecord } from '../ports/store/invoice-store.ts';
import type { StoreParts } from '../ports/store/store.ts';
import { type Context, instant } from '../shared/context.ts';
import { endResumePlans } from './end-resume-plans.ts';

export interface Recorded {
  /** How the invoice stood before. */
  before: InvoiceState;
  /** Its record as it is now; null when what the read said was not stored. */
  record: InvoiceRecord | null;
}

/**
 * Stores a read of Billecta, unless a newer snapshot arrived while it was under way; then the invoice is to be read
 * again.
 *
 * @param store - the transaction it is part of
 * @param startedAt - when the read began
 */
export async function saveRead(
  context: Context,
  store: StoreParts,
  invoice: Invoice,
  { startedAt, source }: { startedAt: string; source: InvoiceSource },
): Promise<Recorded> {
  const { database } = context;
  const { actionPublicId } = invoice;
  const before = await store.invoiceStates.lockOrCreate(database, actionPublicId);
  const { snapshot, readEnqueuedAt } = before.record;
  const now = instant(context);
  const notes = snapshot ? before.record.notes : firstNotes(invoice, before.record.notes, now);
  const incoming = { kind: 'read', invoice, startedAt, endedAt: now } as const;
  if (!acceptSnapshot(snapshot ?? undefined, incoming).store) {
    await store.invoices.enqueueRead(database, [actionPublicId], now);
    return { before, record: null };
  }
  const at = readEnqueuedAt !== null && readEnqueuedAt >= startedAt ? readEnqueuedAt : null;
  const plan = { at };
  const kept = { invoice, asOf: now, source };
  await store.invoices.saveRead(database, kept, plan);
  if (notes !== before.record.notes)
    await store.invoices.saveNotes(database, new Map([[actionPublicId, notes]]));
  const unread = unreadMarks(unreadOf(invoice, notes));
  if (unread !== before.record.unread)
    await store.invoices.setUnread(database, new Map([[actionPublicId, unread]]));
  if (before.plan) await endResumePlans(context, store, [before.plan], [invoice]);
  if (!snapshot || !sameForLime(snapshot.invoice, invoice, notes))
    await store.limeWrites.enqueueInvoices(database, [actionPublicId], now);
  const read = {
    snapshot: kept,
    notes,
    unread,
    verifiedAt: now,
    readDueAt: at,
    readEnqueuedAt: at,
    readAttempts: 0,
  } satisfies Partial<InvoiceRecord>;
  return { before, record: { ...before.record, ...read } };
}
