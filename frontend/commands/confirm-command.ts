import type { CommandName } from '../../bff/contract/command.ts';
import type { InvoiceStatus, InvoiceStatusAfterCommand } from '../../bff/contract/invoice-status.ts';
import type { CommentsGo } from '../bff/invoice-limetype.ts';
import type { InvoiceStatuses } from '../bff/invoice-statuses.ts';
import type { CommandDialog } from '../components/command-dialog/command-dialog.ts';
import type { Host } from '../host/platform-port.ts';
import { commandDialogTag } from '../host/tags.ts';
import type { Translator } from '../i18n/translator.ts';
import type { CommandDialogInput } from '../shared/commands/command-input.ts';

/** What the dialog is about. */
export interface Asking {
  status: InvoiceStatus;
  /** What the dialog starts with. */
  value: CommandDialogInput;
  commentsGo: CommentsGo | undefined;
  /** Called when the dialog is gone, whether the user, Lime or this package has removed it. */
  gone(): void;
}

/**
 * Opens the dialog that says what will happen, and runs the command when the user confirms it. The dialog stays
 * open until the command has succeeded or the user leaves it.
 *
 * @returns the answer of the BFF, or undefined when the user left it
 */
export async function confirmCommand(
  host: Host,
  t: Translator,
  {
    command: statuses,
    invoice: command,
    undefined: { status, value, commentsGo, gone },
  }: { command: InvoiceStatuses; invoice: CommandName; undefined: Asking },
): Promise<InvoiceStatusAfterCommand | undefined> {
  await import('../components/command-dialog/define-command-dialog.ts');
  return new Promise((resolve) => {
    const properties: Pick<CommandDialog, 'command' | 'status' | 't' | 'value' | 'commentsGo' | 'run'> = {
      command,
      status,
      t,
      value,
      commentsGo,
      run: (input: CommandDialogInput) => statuses.run(command, status.limeId, input),
    };
    const end = (answer?: InvoiceStatusAfterCommand) => {
      close();
      resolve(answer);
    };
    const close = host.openDialog(commandDialogTag, properties, {
      done: (event?: CustomEvent<InvoiceStatusAfterCommand>) => end(event?.detail),
      dismiss: () => end(),
      gone,
    });
  });
}
