import { setImmediate as turn } from 'node:timers/promises';
import { isAsAskedFor } from '../domain/command-rules.ts';
import { type Context, instant } from './context.ts';
import { Fault } from './fault.ts';
import type { CommandRecord } from './ports/commands.ts';
import { publishInvoice } from './present-invoice.ts';
import { readInvoice } from './read-invoice.ts';

/**
 * Sends a command that has been written down, once, and settles it by reading the invoice back.
 *
 * @returns `confirmed` when Billecta shows it, `accepted` when Billecta took it but could not be read afterwards
 * @throws Fault when Billecta refused it, when it did not happen, or when nobody can tell yet; the command's record
 *   says which, and one that nobody can tell is settled by a later read
 */
export async function sendCommand(
  context: Context,
  command: CommandRecord,
  signal: AbortSignal,
): Promise<'confirmed' | 'accepted'> {
  try {
    await context.billecta.run(command.command, command.actionPublicId, signal);
  } catch (error) {
    if (error instanceof Fault && error.happened === 'no') {
      await finish(context, command, error.code === 'billecta-refused' ? 'refused' : 'failed', error);
      throw error;
    }
    await finish(context, command, 'unknown', error);
    if (await isConfirmed(context, command, signal)) return 'confirmed';
    throw error;
  }
  // That is written down while Billecta is asked; what it says is stored after it.
  const noted = turn().then(() => finish(context, command, 'accepted'));
  const [confirmed] = await Promise.all([isConfirmed(context, command, signal, noted), noted]);
  return confirmed ? 'confirmed' : 'accepted';
}

/** Reads the invoice back; when it cannot be read now, leaves it to a read in the background. */
async function isConfirmed(
  context: Context,
  command: CommandRecord,
  signal: AbortSignal,
  after?: Promise<void>,
): Promise<boolean> {
  const { actionPublicId } = command;
  try {
    const purpose = { priority: 'command', source: 'command' } as const;
    const { invoice } = await readInvoice(context, actionPublicId, purpose, signal, after);
    return isAsAskedFor(invoice, command.command);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    await context.store.invoices.wantRead(context.database, [actionPublicId], instant(context));
    context.wake('reads');
    return false;
  }
}

async function finish(
  context: Context,
  { id, actionPublicId, until }: CommandRecord,
  state: 'accepted' | 'refused' | 'failed' | 'unknown',
  error?: unknown,
): Promise<void> {
  const { database, store } = context;
  const outcome = error instanceof Error ? error.message : null;
  const now = instant(context);
  // What Billecta accepted, the invoice shows; what did not happen is told nowhere else.
  const write = state === 'accepted' ? store.deriving : store.transaction;
  await write(async ({ commands, plans }) => {
    await commands.finish(database, id, state, now, outcome);
    if (until !== null && (state === 'refused' || state === 'failed')) await plans.drop(database, id, now);
  });
  await publishInvoice(context, actionPublicId);
}
