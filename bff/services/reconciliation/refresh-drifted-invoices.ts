import type { Invoice } from '../../domain/invoice/invoice.ts';
import { fieldOf, outcomeOf } from '../../domain/reconcile.ts';
import { endlessRetryDelay } from '../../domain/retry-schedule.ts';
import { within } from '../../signals/within.ts';
import { refreshInvoice } from '../invoices/refresh-invoice.ts';
import type { DriftRead } from '../ports/store/drift-store.ts';
import { type Context, instant, instantIn } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';
import { signatureOf } from './find-drift.ts';

/** Reads under way at a time. */
const batch = 4;

/** No other process reads an invoice for so long, ms; longer than a read may take. */
const lease = 150_000;
const longestRead = 120_000;

/**
 * Reads the invoices that reconciliation found to differ, with the lowest priority of all reads, and resolves their
 * drift with Billecta's answer.
 *
 * @returns whether there may be more
 */
export async function refreshDriftedInvoices(context: Context, stopping: AbortSignal): Promise<boolean> {
  if (!context.billecta.isAvailable()) return false;
  const { database, store } = context;
  const until = instantIn(context, lease);
  const due = await store.drift.lease(database, instant(context), until, batch);
  await Promise.all(due.map((read) => refreshDrifted(context, read, stopping)));
  return due.length === batch && !stopping.aborted;
}

async function refreshDrifted(
  context: Context,
  { actionPublicId, attempts }: DriftRead,
  stopping: AbortSignal,
): Promise<void> {
  const { database, store } = context;
  const purpose = { priority: 'reconciliation', source: 'reconciliation' } as const;
  try {
    const before = await store.invoices.get(database, actionPublicId);
    const { invoice } = await within([stopping], longestRead, (signal) =>
      refreshInvoice(context, actionPublicId, purpose, signal),
    );
    await resolve(context, actionPublicId, before?.snapshot?.invoice ?? null, invoice);
    context.wake('writes');
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    if (error.code === 'missing-in-billecta' || error.code === 'billecta-forbidden')
      return resolve(context, actionPublicId, null, null);
    const wait = endlessRetryDelay(attempts + 1, context.random());
    const at = stopping.aborted ? instant(context) : instantIn(context, wait);
    await store.drift.retryAt(database, actionPublicId, at, stopping.aborted ? attempts : attempts + 1);
  }
}

/** @param read - null when Billecta does not know the invoice */
async function resolve(
  { database, store, now }: Context,
  actionPublicId: string,
  stored: Invoice | null,
  read: Invoice | null,
): Promise<void> {
  await store.transaction(async ({ drift }) => {
    const unsettled = await drift.unresolved(database, actionPublicId);
    const settled = unsettled.map(({ id, field, before }) => {
      const value = fieldOf(field, read);
      return {
        id,
        value,
        outcome: read ? outcomeOf(before, fieldOf(field, stored), value) : 'missing',
      } as const;
    });
    const isListsAlone = settled.every(({ outcome }) => outcome === 'as-stored' || outcome === 'missing');
    const listOnly = isListsAlone ? signatureOf(unsettled) : null;
    await drift.resolve(database, actionPublicId, settled, now().toISOString(), listOnly);
  });
}
