import type { Invoice } from '../../domain/invoice/invoice.ts';
import { fieldOf, outcomeOf } from '../../domain/reconcile.ts';
import { refreshInvoice } from '../invoices/refresh-invoice.ts';
import type { Context } from '../shared/context.ts';
import { drainReads } from '../shared/drain-reads.ts';
import { Fault } from '../shared/fault.ts';
import { signatureOf } from './find-drift.ts';

const purpose = { priority: 'reconciliation', source: 'reconciliation' } as const;

/**
 * Reads the invoices that reconciliation found to differ, after all other reads, and resolves their drift with what
 * Billecta says of them.
 *
 * @returns whether there may be more
 */
export function refreshDriftedInvoices(context: Context, stopping: AbortSignal): Promise<boolean> {
  return drainReads(
    context,
    {
      queue: context.store.driftReads,
      idName: 'actionPublicId',
      read: (actionPublicId, signal) => refreshDrifted(context, actionPublicId, signal),
    },
    stopping,
  );
}

async function refreshDrifted(context: Context, actionPublicId: string, signal: AbortSignal): Promise<void> {
  const before = await context.store.invoices.get(context.database, actionPublicId);
  try {
    const { invoice } = await refreshInvoice(context, actionPublicId, { purpose, signal });
    await resolve(context, actionPublicId, before?.snapshot?.invoice ?? null, invoice);
    context.wake('writes');
  } catch (error) {
    const isFinal =
      error instanceof Fault && (error.code === 'missing-in-billecta' || error.code === 'billecta-forbidden');
    if (!isFinal) throw error;
    await resolve(context, actionPublicId, null, null);
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
    const unresolved = await drift.unresolved(database, actionPublicId);
    const resolved = unresolved.map(({ id, field, before }) => {
      const value = fieldOf(field, read);
      return {
        id,
        value,
        outcome: read ? outcomeOf(before, fieldOf(field, stored), value) : 'missing',
      } as const;
    });
    const isListsAlone = resolved.every(({ outcome }) => outcome === 'as-stored' || outcome === 'missing');
    const listOnly = isListsAlone ? signatureOf(unresolved) : null;
    await drift.resolve(database, actionPublicId, { resolved: resolved, at: now().toISOString(), listOnly });
  });
}
