import { acceptSnapshot } from '../domain/accept-snapshot.ts';
import type { Invoice } from '../domain/invoice.ts';
import { sameForLime } from '../domain/lime-fields.ts';
import { type Context, instant } from './context.ts';
import { endPlans } from './end-plans.ts';
import type { InvoiceSource } from './ports/invoices.ts';
import type { StoreParts } from './ports/store.ts';

/**
 * Stores what a read of Billecta said, unless something newer reached us while it was under way; then the invoice is
 * to be read again.
 *
 * @param store - the transaction it is part of
 * @param startedAt - when the read began
 */
export async function recordRead(
  context: Context,
  store: StoreParts,
  invoice: Invoice,
  startedAt: string,
  source: InvoiceSource,
): Promise<void> {
  const { database } = context;
  const { actionPublicId } = invoice;
  const [record] = await store.invoices.take(database, [actionPublicId]);
  const now = instant(context);
  const acceptance = acceptSnapshot(record?.held ?? undefined, { kind: 'read', invoice, startedAt });
  if (acceptance.store) {
    await store.invoices.hold(database, [{ invoice, asOf: now, source }], { verifiedAt: now, readAt: null });
    await endPlans(context, store, [{ invoice }]);
    if (!record?.held || !sameForLime(record.held.invoice, invoice, record.notes))
      await store.limeWrites.wantInvoices(database, [actionPublicId], now);
  }
  if (acceptance.readAgain) return store.invoices.wantRead(database, [actionPublicId], now);
  const wanted = record?.readWantedFrom ?? null;
  const at = wanted !== null && wanted >= startedAt ? wanted : null;
  await store.invoices.planRead(database, actionPublicId, { at, attempts: 0, cause: null });
}
