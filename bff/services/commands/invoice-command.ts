import type { InvoiceStatusAfterCommand } from '../../contract/invoice-status.ts';
import type { Command, CommandOrigin } from '../../domain/command.ts';
import { authorizeCommand } from '../invoices/authorize-invoice.ts';
import { presentOpened } from '../invoices/present-authorized.ts';
import type { Credential } from '../ports/lime.ts';
import type { CallerContext } from '../shared/context.ts';
import type { CommandNote } from './command-order.ts';
import { runCommand } from './run-command.ts';

/** Runs a command on the invoice with this Lime id, and returns its state in Billecta afterwards. */
export type InvoiceCommand = (
  context: CallerContext,
  limeId: number,
  note: CommandNote,
) => Promise<InvoiceStatusAfterCommand>;

/**
 * A command that a user gives: checks the user's right, then does what {@link runCommand} does.
 *
 * @throws Fault as Lime answers the caller, `not-synced`, and as {@link runCommand}
 */
export function invoiceCommand(command: Command): InvoiceCommand {
  return async (context, limeId, note) => {
    const signal = context.deadline();
    const invoice = await authorizeCommand(context, limeId, signal);
    const origin = originOf(context.credential);
    const order = { by: context.caller, origin, invoice, command, note };
    const { result, invoiceState } = await runCommand(context, order, signal);
    return { ...(await presentOpened(context, invoice, invoiceState)), command: result };
  };
}

/** Lime's web client comes with a cookie, integrators with a key. */
export const originOf = ({ kind }: Credential): CommandOrigin => (kind === 'cookie' ? 'lime' : 'api');
