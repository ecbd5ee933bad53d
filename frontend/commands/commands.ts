// The package's index would bring every enum of Lime along: it does not say that it has no side effects.
import { Command } from '@limetech/lime-web-components-interfaces/dist/service/commandbus-service';
import type { CommandName } from '../../bff/contract/command.ts';
import type { CommandClass, LimeWebComponentContext } from '../host/types.ts';
import type { CommandParams } from './command-params.ts';

/**
 * Lime creates a command without arguments and then assigns the context of the record it is run on, and the params
 * that an administrator has set.
 */
abstract class InvoiceCommand {
  context: LimeWebComponentContext = { limetype: null, id: null };
  params?: CommandParams;
}

@Command({ id: 'limepkg_billecta_integration.dispute-invoice' })
export class DisputeInvoiceCommand extends InvoiceCommand {}

@Command({ id: 'limepkg_billecta_integration.cancel-dispute' })
export class CancelDisputeCommand extends InvoiceCommand {}

@Command({ id: 'limepkg_billecta_integration.pause-invoice' })
export class PauseInvoiceCommand extends InvoiceCommand {}

@Command({ id: 'limepkg_billecta_integration.resume-invoice' })
export class ResumeInvoiceCommand extends InvoiceCommand {}

export type { InvoiceCommand };

export const commandClasses: Record<CommandName, CommandClass & (new () => InvoiceCommand)> = {
  dispute: DisputeInvoiceCommand,
  'cancel-dispute': CancelDisputeCommand,
  pause: PauseInvoiceCommand,
  resume: ResumeInvoiceCommand,
};
