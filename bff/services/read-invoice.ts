import { type Context, instant, instantIn } from './context.ts';
import type { InvoiceReading, ReadPriority } from './ports/billecta.ts';
import type { InvoiceSource } from './ports/invoices.ts';
import { publishInvoice } from './present-invoice.ts';
import { recordRead } from './record-read.ts';
import { type Accepted, settleCommands } from './settle-commands.ts';

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
 * @param accepted - is stored with what the read says
 * @throws Fault `missing-in-billecta` or another `billecta-…`; then nothing has changed
 */
export async function readInvoice(
  context: Context,
  actionPublicId: string,
  { priority, source }: ReadPurpose,
  signal: AbortSignal,
  accepted?: Accepted,
): Promise<InvoiceReading> {
  const startedAt = instant(context);
  const reading = await context.billecta.readInvoice(actionPublicId, priority, signal);
  const { invoice } = reading;
  await context.store.deriving(async (store) => {
    const { open } = await recordRead(context, store, invoice, startedAt, source);
    const told = { invoice, readAt: startedAt, accepted };
    if (await settleCommands(context, store, open, told)) return;
    await store.invoices.wantRead(context.database, [actionPublicId], instantIn(context, lookAgainAfter));
  });
  await publishInvoice(context, actionPublicId);
  return reading;
}
