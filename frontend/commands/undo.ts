import type { CommandName } from '../../bff/contract/command.ts';
import type { InvoiceStatus, InvoiceStatusAfterCommand } from '../../bff/contract/invoice-status.ts';
import { type CommandDialogInput, canEndOn } from '../components/command-dialog/command-input.ts';

const opposite: Record<CommandName, CommandName> = {
  dispute: 'cancel-dispute',
  'cancel-dispute': 'dispute',
  pause: 'resume',
  resume: 'pause',
};

/** What takes a command back. */
export interface Undo {
  name: CommandName;
  input: CommandDialogInput;
}

/**
 * What takes the command back, where it has changed something and Billecta lets it be taken back. A pause that
 * is taken up again ends on the day it was to end on.
 *
 * @param before - the invoice as it was before the command
 */
export function undoOf(
  before: InvoiceStatus,
  { command, allowed }: InvoiceStatusAfterCommand,
  now: Date,
): Undo | undefined {
  const settled = command.state === 'confirmed' || command.state === 'accepted';
  const name = opposite[command.name];
  if (!command.changed || !settled || !allowed[name].ok) return undefined;
  const until = before.paused?.until;
  return { name, input: name === 'pause' && until && canEndOn(until, now) ? { until } : {} };
}
