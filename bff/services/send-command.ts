import { isAsAskedFor } from '../domain/command-rules.ts';
import { type Context, instant } from './context.ts';
import { Fault } from './fault.ts';
import type { CommandRecord } from './ports/commands.ts';
import type { StoreParts } from './ports/store.ts';
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
      await giveUp(context, command, error.code === 'billecta-refused' ? 'refused' : 'failed', error);
      throw error;
    }
    const unknown = ending(context, command, 'unknown', error);
    await context.store.transaction(unknown);
    await publishInvoice(context, command.actionPublicId);
    if (await isConfirmed(context, command, signal)) return 'confirmed';
    throw error;
  }
  const accepted = ending(context, command, 'accepted');
  return (await isConfirmed(context, command, signal, accepted)) ? 'confirmed' : 'accepted';
}

/** Stores what became of a command. */
type Ending = (store: StoreParts) => Promise<void>;

/** What became of a command just now. */
function ending(
  context: Context,
  { id }: CommandRecord,
  state: 'accepted' | 'refused' | 'failed' | 'unknown',
  error?: unknown,
): Ending {
  const at = instant(context);
  const outcome = error instanceof Error ? error.message : null;
  return async ({ commands }) => {
    await commands.finish(context.database, id, state, at, outcome);
  };
}

/**
 * Reads the invoice back; when it cannot be read now, leaves it to a read in the background.
 *
 * @param first - what is known already, stored with what the read says: a command that Billecta took and that is not
 *   written down as such when the service dies is settled by a read as well
 */
async function isConfirmed(
  context: Context,
  { actionPublicId, command }: CommandRecord,
  signal: AbortSignal,
  first?: Ending,
): Promise<boolean> {
  try {
    const purpose = { priority: 'command', source: 'command' } as const;
    const { invoice } = await readInvoice(context, actionPublicId, purpose, signal, first);
    return isAsAskedFor(invoice, command);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    await context.store.deriving(async (store) => {
      await first?.(store);
      await store.invoices.wantRead(context.database, [actionPublicId], instant(context));
    });
    context.wake('reads');
    await publishInvoice(context, actionPublicId);
    return false;
  }
}

/** Notes that a command did not happen, which is told nowhere else; so a pause does not end by itself either. */
async function giveUp(
  context: Context,
  command: CommandRecord,
  state: 'refused' | 'failed',
  error: Fault,
): Promise<void> {
  const { database, store } = context;
  const end = ending(context, command, state, error);
  await store.transaction(async (parts) => {
    await end(parts);
    if (command.until !== null) await parts.plans.drop(database, command.id, instant(context));
  });
  await publishInvoice(context, command.actionPublicId);
}
