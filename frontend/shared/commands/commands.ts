import type { CommandName } from '../../../bff/contract/command.ts';
import type { CommandClass, LimeWebComponentContext } from '../../host/types.ts';
import { command } from './command-id.ts';
import type { CommandParams } from './command-params.ts';

/**
 * Lime creates a command without arguments and then assigns the context of the record it is run on, and the params
 * that an administrator has set. Other callers may assign no context at all.
 */
abstract class InvoiceCommand {
  context?: LimeWebComponentContext | null = { limetype: null, id: null };
  params?: CommandParams;
}

@command('limepkg_billecta_integration.dispute-invoice')
class DisputeInvoiceCommand extends InvoiceCommand {}

@command('limepkg_billecta_integration.cancel-dispute')
class CancelDisputeCommand extends InvoiceCommand {}

@command('limepkg_billecta_integration.pause-invoice')
class PauseInvoiceCommand extends InvoiceCommand {}

@command('limepkg_billecta_integration.resume-invoice')
class ResumeInvoiceCommand extends InvoiceCommand {}

export type { InvoiceCommand };

export const commandClasses: Record<CommandName, CommandClass & (new () => InvoiceCommand)> = {
  dispute: DisputeInvoiceCommand,
  'cancel-dispute': CancelDisputeCommand,
  pause: PauseInvoiceCommand,
  resume: ResumeInvoiceCommand,
};
