import type { CommandClass, LimeWebComponentContext } from '../../host/types.ts';
import { command } from './command-id.ts';
import { commandMeta, forEachCommand } from './command-meta.ts';
import type { CommandParams } from './command-params.ts';

/**
 * Lime creates a command without arguments and then assigns the context of the record it is run on, and the params
 * that an administrator has set. Other callers may assign no context at all.
 */
abstract class InvoiceCommand {
  context?: LimeWebComponentContext | null = { limetype: null, id: null };
  params?: CommandParams;
}

export type { InvoiceCommand };

/** The class of each command on one invoice. */
export const commandClasses = forEachCommand((name): CommandClass & (new () => InvoiceCommand) => {
  @command(commandMeta[name].id)
  class CommandOnInvoice extends InvoiceCommand {}
  return CommandOnInvoice;
});
