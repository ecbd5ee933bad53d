import type { LimeFilter, LimeParent } from '../../../bff/contract/task.ts';
import type { CommandClass } from '../../host/types.ts';
import { command } from '../../shared/commands/command-id.ts';
import { commandMeta, forEachCommand } from '../../shared/commands/command-meta.ts';
import type { CommandParams } from '../../shared/commands/command-params.ts';

/** The table that a bulk command is run from (docs/facts/lime.md 4). */
export interface BulkContext {
  limetype: string | null;
  /** The record on whose card the table stands. */
  parent?: Partial<LimeParent> | null;
}

/**
 * Lime creates a command without arguments and then assigns the table's context and the filter of the selection. Other
 * callers may assign neither.
 */
abstract class InvoicesCommand {
  context?: BulkContext | null = { limetype: null };
  /** Null is all invoices; undefined has not been given. */
  filter?: LimeFilter | null;
  params?: CommandParams;
}

export type { InvoicesCommand };

/** The class of each command on many invoices. */
export const bulkCommandClasses = forEachCommand((name): CommandClass & (new () => InvoicesCommand) => {
  @command(commandMeta[name].bulkId)
  class CommandOnInvoices extends InvoicesCommand {}
  return CommandOnInvoices;
});
