import type { InvoiceSource } from '../../domain/invoice/invoice-source.ts';
import type { InvoiceReading, ReadPriority } from '../ports/billecta.ts';
import type { InvoiceState } from '../ports/store/invoice-states.ts';
import { type Context, instant, instantIn } from '../shared/context.ts';
import { type Answered, completeCommands } from './complete-commands.ts';
import { publishInvoiceState } from './present-invoice.ts';
import { saveRead } from './save-read.ts';

/** When an invoice is read again whose last command has left no trace yet, ms. */
const recheckAfter = 3_000;

export interface ReadPurpose {
  priority: ReadPriority;
  /** The source that the status shows. */
  source: InvoiceSource;
}

/** Billecta's answer about an invoice, and the invoice's state after storing it. */
export interface InvoiceRead extends InvoiceReading {
  invoiceState: InvoiceState;
}

/**
 * Reads the invoice in Billecta, stores the snapshot, ends the commands that it resolves and notifies the open pages.
 *
 * @param answered - is stored together with the read
 * @throws Fault `missing-in-billecta` or another `billecta-…`; then nothing has changed
 */
export async function refreshInvoice(
  context: Context,
  actionPublicId: string,
  {
    purpose: { priority, source },
    signal,
    answered,
  }: { purpose: ReadPurpose; signal: AbortSignal; answered?: Answered | undefined },
): Promise<InvoiceRead> {
  const { database } = context;
  const startedAt = instant(context);
  const reading = await context.billecta.readInvoice(actionPublicId, priority, signal);
  const { invoice } = reading;
  const invoiceState = await context.store.transaction(
    async (store) => {
      const { before, record } = await saveRead(context, store, invoice, { startedAt, source });
      const evidence = { invoice, readAt: startedAt, answered };
      const isComplete = await completeCommands(context, store, before.open, evidence);
      if (!isComplete)
        await store.invoices.enqueueRead(database, [actionPublicId], instantIn(context, recheckAfter));
      if (isComplete && record && !before.plan) return { record, open: [], plan: undefined };
      return store.invoiceStates.lockOrCreate(database, actionPublicId);
    },
    { durability: 'relaxed' },
  );
  publishInvoiceState(context, invoiceState);
  return { ...reading, invoiceState };
}
