import { isAsAskedFor } from '../domain/command-rules.ts';
import type { Command } from '../domain/invoice.ts';
import { type CallerContext, instant } from './context.ts';
import { Fault } from './fault.ts';
import type { SyncedInvoice } from './open-invoice.ts';
import { publishInvoice } from './present-invoice.ts';
import { readInvoice } from './read-invoice.ts';

interface Order {
  id: string;
  command: Command;
  invoice: SyncedInvoice;
}

/**
 * Sends a command that has been written down, once, and settles it by reading the invoice back.
 *
 * @returns `confirmed` when Billecta shows it, `accepted` when Billecta took it but could not be read afterwards
 * @throws Fault when Billecta refused it, when it did not happen, or when nobody can tell yet; the command's record
 *   says which, and one that nobody can tell is settled by a later read
 */
export async function sendCommand(
  context: CallerContext,
  order: Order,
  signal: AbortSignal,
): Promise<'confirmed' | 'accepted'> {
  const { actionPublicId } = order.invoice;
  try {
    await context.billecta.run(order.command, actionPublicId, signal);
  } catch (error) {
    if (error instanceof Fault && error.happened === 'no') {
      await finish(context, order, error.code === 'billecta-refused' ? 'refused' : 'failed', error);
      throw error;
    }
    await finish(context, order, 'unknown', error);
    if (await isConfirmed(context, order, signal)) return 'confirmed';
    throw error;
  }
  await finish(context, order, 'accepted');
  return (await isConfirmed(context, order, signal)) ? 'confirmed' : 'accepted';
}

/** Reads the invoice back; when it cannot be read now, leaves it to a read in the background. */
async function isConfirmed(context: CallerContext, order: Order, signal: AbortSignal): Promise<boolean> {
  const { actionPublicId } = order.invoice;
  try {
    const invoice = await readInvoice(context, actionPublicId, signal, 'command');
    return isAsAskedFor(invoice, order.command);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    await context.store.invoices.wantRead(context.database, [actionPublicId], instant(context));
    context.wake();
    return false;
  }
}

async function finish(
  context: CallerContext,
  { id, invoice }: Order,
  state: 'accepted' | 'refused' | 'failed' | 'unknown',
  error?: unknown,
): Promise<void> {
  const outcome = error instanceof Error ? error.message : null;
  await context.store.commands.finish(context.database, id, state, instant(context), outcome);
  await publishInvoice(context, invoice.actionPublicId);
}
