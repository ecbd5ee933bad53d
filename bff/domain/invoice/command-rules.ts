import { type Command, commands } from '../command.ts';
import { commandMeta } from './command-meta.ts';
import type { Invoice } from './invoice.ts';
import { traitsOf } from './stage.ts';

/** Why Billecta, or the invoice's stage, does not allow a command. */
export const notAllowed = [
  ...commands.map((command) => commandMeta[command].already),
  'draft',
  'closed',
  'in-debt-collection',
  'sold',
  'billecta-says-no',
  'newer-order',
] as const;
type NotAllowed = (typeof notAllowed)[number];

export type Decision =
  | { kind: 'go' }
  | { kind: 'already'; reason: NotAllowed }
  | { kind: 'no'; reason: NotAllowed };

/** True when the invoice is as the command would leave it. */
export const isAsAskedFor = (invoice: Invoice, command: Command): boolean =>
  commandMeta[command].isDone(invoice);

/** Whether the command can be run on the invoice now. Billecta's own flag decides where it is known. */
export function decide(invoice: Invoice, command: Command): Decision {
  if (isAsAskedFor(invoice, command)) return { kind: 'already', reason: commandMeta[command].already };
  const traits = traitsOf(invoice.stage);
  const allowed = invoice.permits[command] ?? !traits.outOfReach;
  return allowed ? { kind: 'go' } : { kind: 'no', reason: traits.refusal ?? 'billecta-says-no' };
}
