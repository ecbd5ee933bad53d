import type { CommandName } from '../../../bff/contract/command.ts';
import type { LimeFilter, LimeParent } from '../../../bff/contract/task.ts';
import type { CommandClass } from '../../host/types.ts';
import { command } from '../../shared/commands/command-id.ts';
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

@command('limepkg_billecta_integration.dispute-invoices')
class DisputeInvoicesCommand extends InvoicesCommand {}

@command('limepkg_billecta_integration.cancel-disputes')
class CancelDisputesCommand extends InvoicesCommand {}

@command('limepkg_billecta_integration.pause-invoices')
class PauseInvoicesCommand extends InvoicesCommand {}

@command('limepkg_billecta_integration.resume-invoices')
class ResumeInvoicesCommand extends InvoicesCommand {}

export type { InvoicesCommand };

export const bulkCommandClasses: Record<CommandName, CommandClass & (new () => InvoicesCommand)> = {
  dispute: DisputeInvoicesCommand,
  'cancel-dispute': CancelDisputesCommand,
  pause: PauseInvoicesCommand,
  resume: ResumeInvoicesCommand,
};
