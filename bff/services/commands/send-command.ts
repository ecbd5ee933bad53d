import type { CommandState } from '../../domain/command.ts';
import { isAsAskedFor } from '../../domain/invoice/command-rules.ts';
import type { Answered } from '../invoices/complete-commands.ts';
import { publishInvoice } from '../invoices/present-invoice.ts';
import { type InvoiceRead, refreshInvoice } from '../invoices/refresh-invoice.ts';
import type { CommandRecord, CommandStep } from '../ports/store/command-store.ts';
import type { InvoiceState } from '../ports/store/invoice-states.ts';
import { type Context, instant } from '../shared/context.ts';
import { Fault } from '../shared/fault.ts';

/** The outcome of a command that was sent. */
export interface Sent {
  /**
   * `confirmed` when Billecta shows it, `accepted` when it accepted it but does not show it, or could not be read
   * afterwards.
   */
  state: 'confirmed' | 'accepted';
  /** False when Billecta refused it, since another user had done the same. */
  changed: boolean;
  /** The invoice's state afterwards; null when it could not be read. */
  invoiceState: InvoiceState | null;
}

/**
 * Sends a command that has been written down, once, and resolves it by reading the invoice back.
 *
 * @throws Fault when Billecta refused it, when it did not happen, or when the outcome is unknown; the command's record
 *   says which, and an unknown outcome is resolved by a later read
 */
export async function sendCommand(
  context: Context,
  command: CommandRecord,
  signal: AbortSignal,
): Promise<Sent> {
  try {
    await context.billecta.run(command.command, command.actionPublicId, signal);
  } catch (error) {
    if (error instanceof Fault && error.code === 'billecta-refused') {
      const read = await readAfterRefusal(context, command, error, signal);
      if (read && isAsAskedFor(read.invoice, command.command))
        return { state: 'confirmed', changed: false, invoiceState: read.invoiceState };
      throw error;
    }
    if (error instanceof Fault && error.happened === 'no') {
      await giveUp(context, command, 'failed', error);
      throw error;
    }
    const { store, database } = context;
    await store.transaction(({ commands }) =>
      commands.finish(database, command.id, step(context, 'unknown', error)),
    );
    await publishInvoice(context, command.actionPublicId);
    const read = await readBack(context, command, signal);
    if (read && isAsAskedFor(read.invoice, command.command))
      return { state: 'confirmed', changed: true, invoiceState: read.invoiceState };
    throw error;
  }
  const answered = { id: command.id, step: step(context, 'accepted') };
  const read = await readBack(context, command, signal, answered);
  if (!read) return { state: 'accepted', changed: true, invoiceState: null };
  const confirmed = isAsAskedFor(read.invoice, command.command);
  return { state: confirmed ? 'confirmed' : 'accepted', changed: true, invoiceState: read.invoiceState };
}

/** The state that a command has reached just now. */
const step = (context: Context, state: CommandState, error?: unknown): CommandStep => ({
  state,
  at: instant(context),
  outcome: error instanceof Error ? error.message : null,
});

/**
 * Reads the invoice back; when it cannot be read now, leaves it to a read in the background.
 *
 * @param answered - stored together with the read: a command that Billecta accepted, but that is not recorded as such
 *   when the service dies, is resolved by a read as well
 */
async function readBack(
  context: Context,
  { actionPublicId }: CommandRecord,
  signal: AbortSignal,
  answered?: Answered,
): Promise<InvoiceRead | null> {
  try {
    const purpose = { priority: 'command', source: 'command' } as const;
    return await refreshInvoice(context, actionPublicId, { purpose, signal, answered });
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { store, database } = context;
    await store.transaction(
      async ({ commands, invoices }) => {
        if (answered) await commands.finish(database, answered.id, answered.step);
        await invoices.enqueueRead(database, [actionPublicId], instant(context));
      },
      { durability: 'relaxed' },
    );
    context.wake('reads');
    await publishInvoice(context, actionPublicId);
    return null;
  }
}

/** Looks what the invoice is like that Billecta refused a command on; null when it cannot be read now. */
async function readAfterRefusal(
  context: Context,
  command: CommandRecord,
  error: Fault,
  signal: AbortSignal,
): Promise<InvoiceRead | null> {
  try {
    const purpose = { priority: 'command', source: 'verified' } as const;
    const answered = { id: command.id, step: step(context, 'refused', error) };
    return await refreshInvoice(context, command.actionPublicId, { purpose, signal, answered });
  } catch (failure) {
    if (!(failure instanceof Fault)) throw failure;
    await giveUp(context, command, 'refused', error);
    return null;
  }
}

/**
 * Records that a command did not happen, which no other source reports; its pause then does not end automatically
 * either.
 */
async function giveUp(
  context: Context,
  command: CommandRecord,
  state: 'refused' | 'failed',
  error: Fault,
): Promise<void> {
  const { database, store } = context;
  await store.transaction(async ({ commands, resumePlans }) => {
    await commands.finish(database, command.id, step(context, state, error));
    if (command.until !== null) await resumePlans.drop(database, command.id, instant(context));
  });
  await publishInvoice(context, command.actionPublicId);
}
