import type { CommandResult } from '../../contract/command.ts';
import type { CommandRecord } from '../ports/store/command-store.ts';
import type { Context } from '../shared/context.ts';

/** How many of an invoice's last commands are searched. */
const lookBack = 20;

/** The text of the dispute that a command has lifted; null when it lifts none, or the dispute was not made here. */
export async function liftedDispute(
  { database, store }: Context,
  { id, command, actionPublicId }: CommandRecord,
): Promise<CommandResult['lifted']> {
  if (command !== 'cancel-dispute') return null;
  const last = (await store.commands.findByInvoice(database, actionPublicId, lookBack)).find(
    (each) =>
      each.id !== id &&
      (each.command === 'dispute' || each.command === 'cancel-dispute') &&
      (each.state === 'confirmed' || each.state === 'accepted'),
  );
  return last?.command === 'dispute' ? { reason: last.reason, comment: last.comment } : null;
}
