import type { InvoiceStatusAfterCommand } from '../../bff/contract/invoice-status.ts';
import type { CommandDialog } from '../components/command-dialog/command-dialog.ts';
import type { Host } from '../host/platform-port.ts';
import { commandDialogTag } from '../host/tags.ts';

/** What the dialog is given. */
type Asked = Pick<
  CommandDialog,
  'command' | 'status' | 't' | 'value' | 'commentsGo' | 'run' | 'follow' | 'lifts' | 'keep'
>;

/**
 * Opens the dialog that says what will happen, and runs the command when the user confirms it. The dialog stays
 * open until the command has succeeded or the user leaves it.
 *
 * @param gone - called when the dialog is gone, whether the user, Lime or this package has removed it
 * @returns the answer of the BFF, or undefined when the user left it
 */
export async function confirmCommand(
  host: Host,
  asked: Asked,
  gone: () => void,
): Promise<InvoiceStatusAfterCommand | undefined> {
  await import('../components/command-dialog/define-command-dialog.ts');
  return new Promise((resolve) => {
    const end = (answer?: InvoiceStatusAfterCommand) => {
      close();
      resolve(answer);
    };
    const close = host.openDialog(commandDialogTag, asked, {
      done: (event?: CustomEvent<InvoiceStatusAfterCommand>) => end(event?.detail),
      dismiss: () => end(),
      gone,
    });
  });
}
