import type { CommandName } from '../../../bff/contract/command.ts';
import type { InvoiceStatus, InvoiceStatusAfterCommand } from '../../../bff/contract/invoice-status.ts';
import type { InvoiceEntry } from '../../bff/invoice-entry.ts';
import type { CommandDialogInput } from '../../shared/commands/command-input.ts';
import { commandMeta } from '../../shared/commands/command-meta.ts';

/** Subscribes to the invoice. Returns how to stop. */
export type Follow = (listener: (entry: InvoiceEntry) => void) => () => void;

/**
 * Waits until a later read says what came of a command whose answer was lost.
 *
 * @param settled - called with the answer that was lost, or with nothing when the command was not carried out
 * @returns how to stop
 */
export function whenSettled(
  follow: Follow,
  command: CommandName,
  input: CommandDialogInput,
  settled: (answer?: InvoiceStatusAfterCommand) => void,
): () => void {
  let before: InvoiceStatus | null | undefined;
  return follow((entry) => {
    const status = entry.kind === 'known' && !entry.fault ? entry.status : null;
    if (before === undefined) before = status;
    else if (status && status !== before && status.pendingCommand === null)
      settled(isAsAsked(status, command, input) ? answerFrom(status, command, input) : undefined);
  });
}

function isAsAsked(status: InvoiceStatus, command: CommandName, input: CommandDialogInput): boolean {
  const until = status.paused?.until ?? undefined;
  return commandMeta[command].isDone(status) && (!input.changeEnd || until === input.until);
}

const answerFrom = (
  status: InvoiceStatus,
  name: CommandName,
  { changeEnd = false }: CommandDialogInput,
): InvoiceStatusAfterCommand => ({
  ...status,
  command: {
    id: null,
    name,
    state: 'confirmed',
    changed: !changeEnd,
    endChanged: changeEnd,
    commentSent: null,
    lifted: null,
  },
});
