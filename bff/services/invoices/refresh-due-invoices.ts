import { endlessRetryDelay } from '../../domain/retry-schedule.ts';
import { within } from '../../signals/within.ts';
import type { InvoiceRecord } from '../ports/store/invoice-store.ts';
import { causeOf } from '../shared/cause.ts';
import { type Context, instant, instantIn } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';
import { refreshInvoice } from './refresh-invoice.ts';

/** Reads under way at a time. */
const batch = 4;

/** How long a read may wait for its place within Billecta's limits and for its answer, ms. */
const longestRead = 120_000;

/**
 * Reads the invoices that are due in Billecta: after a webhook, to resolve a command, or because the snapshot is old.
 *
 * @returns whether there may be more
 */
export async function refreshDueInvoices(context: Context, stopping: AbortSignal): Promise<boolean> {
  if (!context.billecta.isAvailable()) return false;
  const due = await context.store.invoices.readsDue(context.database, instant(context), batch);
  await Promise.all(due.map((record) => readDue(context, record, stopping)));
  return due.length === batch && !stopping.aborted;
}

async function readDue(context: Context, record: InvoiceRecord, stopping: AbortSignal): Promise<void> {
  const { actionPublicId } = record;
  try {
    const purpose = { priority: 'verification', source: 'verified' } as const;
    await within([stopping], longestRead, (signal) =>
      refreshInvoice(context, actionPublicId, purpose, signal),
    );
  } catch (error) {
    if (stopping.aborted) return;
    if (!(error instanceof Fault)) throw error;
    const attempts = record.readAttempts + 1;
    // A retry would get the same answer; the next read follows a page, an event or an administrator's request.
    const settled = error.code === 'missing-in-billecta' || error.code === 'billecta-forbidden';
    const wait = endlessRetryDelay(attempts, context.random());
    context.log.warn({ actionPublicId, attempts, code: error.code }, 'invoice could not be read in Billecta');
    await context.store.invoices.scheduleRead(context.database, actionPublicId, {
      at: settled ? null : instantIn(context, wait),
      attempts,
      failure: { cause: causeOf(error), message: error.message, at: instant(context) },
    });
  }
}
