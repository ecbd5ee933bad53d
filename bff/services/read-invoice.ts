import { type Context, instant, instantIn } from './context.ts';
import type { InvoiceReading, ReadPriority } from './ports/billecta.ts';
import type { InvoiceSource } from './ports/invoices.ts';
import type { StoreParts } from './ports/store.ts';
import { publishInvoice } from './present-invoice.ts';
import { recordRead } from './record-read.ts';
import { settleCommands } from './settle-commands.ts';

/** When an invoice is read again whose last command has left no trace yet, ms. */
const lookAgainAfter = 3_000;

export interface ReadPurpose {
  priority: ReadPriority;
  /** What the status is said to come from. */
  source: InvoiceSource;
}

/**
 * Reads the invoice in Billecta, stores what it says, ends the commands that it settles and tells the open pages.
 *
 * @param first - what is to be stored with it, before what the read says
 * @throws Fault `missing-in-billecta` or another `billecta-…`; then nothing has changed
 */
export async function readInvoice(
  context: Context,
  actionPublicId: string,
  { priority, source }: ReadPurpose,
  signal: AbortSignal,
  first?: (store: StoreParts) => Promise<void>,
): Promise<InvoiceReading> {
  const startedAt = instant(context);
  const reading = await context.billecta.readInvoice(actionPublicId, priority, signal);
  const { invoice } = reading;
  await context.store.deriving(async (store) => {
    await first?.(store);
    await recordRead(context, store, invoice, startedAt, source);
    if (await settleCommands(context, store, invoice, startedAt)) return;
    await store.invoices.wantRead(context.database, [actionPublicId], instantIn(context, lookAgainAfter));
  });
  await publishInvoice(context, actionPublicId);
  return reading;
}
