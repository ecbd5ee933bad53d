import type { CommandName } from '../../bff/contract/command.ts';
import type { InvoiceStatus, InvoiceStatusAfterCommand } from '../../bff/contract/invoice-status.ts';
import { type CommandDialogInput, canEndOn } from '../shared/commands/command-input.ts';
import { commandMeta } from '../shared/commands/command-meta.ts';

/** The command that undoes another. */
export interface Undo {
  name: CommandName;
  input: CommandDialogInput;
}

/**
 * What undoes the command, where it has changed something and Billecta allows the undo: a pause gets its former end
 * again, and a dispute its former reason and comment.
 *
 * @param before - the invoice as it was before the command
 */
export function undoOf(
  before: InvoiceStatus,
  { command, allowed }: InvoiceStatusAfterCommand,
  now: Date,
): Undo | undefined {
  const isDone = command.state === 'confirmed' || command.state === 'accepted';
  const until = before.paused?.until ?? undefined;
  const end = until && canEndOn(until, now) ? { until } : {};
  if (command.endChanged) return { name: 'pause', input: { ...end, changeEnd: true } };
  const name = commandMeta[command.name].opposite;
  if (!command.changed || !isDone || !allowed[name].ok) return undefined;
  return { name, input: name === 'pause' ? end : name === 'dispute' ? said(command.lifted) : {} };
}

function said(lifted: InvoiceStatusAfterCommand['command']['lifted']): CommandDialogInput {
  if (!lifted) return {};
  const { reason, comment } = lifted;
  return { ...(reason && { reason }), ...(comment && { comment }) };
}
