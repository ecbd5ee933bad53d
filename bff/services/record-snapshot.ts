import { acceptSnapshot, type Incoming } from '../domain/accept-snapshot.ts';
import { type Context, instant } from './context.ts';
import type { InvoiceRecord, InvoiceSource, Store } from './ports.ts';

/**
 * Stores a snapshot of an invoice if it is the newer truth, and asks for a read where only a read can tell.
 *
 * @param store - the transaction it is part of
 * @returns whether the stored status changed hands
 */
export async function recordSnapshot(
  context: Context,
  store: Store,
  incoming: Incoming,
  source: InvoiceSource,
): Promise<boolean> {
  const { database } = context;
  const { actionPublicId } = incoming.invoice;
  const record = await store.invoices.get(database, actionPublicId);
  const now = instant(context);
  const acceptance = acceptSnapshot(record?.held ?? undefined, incoming);
  if (acceptance.store) {
    const verifiedAt = incoming.kind === 'read' ? now : (record?.verifiedAt ?? null);
    await store.invoices.hold(database, { invoice: incoming.invoice, asOf: now, source }, verifiedAt);
  }
  if (acceptance.readAgain) await store.invoices.wantRead(database, actionPublicId, now);
  else if (incoming.kind === 'read' && !isWantedSince(record, incoming.startedAt)) {
    await store.invoices.planRead(database, actionPublicId, null, 0);
  }
  return acceptance.store;
}

/** Whether a read was asked for after this one began, so that this one does not answer it. */
function isWantedSince(record: InvoiceRecord | undefined, startedAt: string): boolean {
  return record?.readDueAt != null && record.readDueAt > startedAt;
}
