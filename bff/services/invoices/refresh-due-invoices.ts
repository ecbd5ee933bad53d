import type { Context } from '../shared/context.ts';
import { drainReads } from '../shared/drain-reads.ts';
import { refreshInvoice } from './refresh-invoice.ts';

const purpose = { priority: 'verification', source: 'verified' } as const;

/**
 * Reads the invoices that are due in Billecta: after a webhook, to complete a command, or because ours is old.
 *
 * @returns whether there may be more
 */
export function refreshDueInvoices(context: Context, stopping: AbortSignal): Promise<boolean> {
  return drainReads(
    context,
    {
      queue: context.store.invoiceReads,
      idName: 'actionPublicId',
      async read(actionPublicId, signal) {
        await refreshInvoice(context, actionPublicId, { purpose, signal });
      },
    },
    stopping,
  );
}
