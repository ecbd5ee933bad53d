import type { Command } from '../command.ts';
import type { Invoice } from './invoice.ts';
import { traitsOf } from './stage.ts';

/** Why Billecta, or the invoice's stage, does not allow a command. */
export const notAllowed = [
  'already-disputed',
  'not-disputed',
  'already-paused',
  'not-paused',
  'draft',
  'closed',
  'in-debt-collection',
  'sold',
  'billecta-says-no',
  'newer-order',
] as const;
export type NotAllowed = (typeof notAllowed)[number];

export type Decision =
  | { kind: 'go' }
  | { kind: 'already'; reason: NotAllowed }
  | { kind: 'no'; reason: NotAllowed };

/** True when the invoice is as the command would leave it. */
export function isAsAskedFor(invoice: Invoice, command: Command): boolean {
  switch (command) {
    case 'dispute':
      return invoice.disputedSince !== null;
    case 'cancel-dispute':
      return invoice.disputedSince === null;
    case 'pause':
      return invoice.paused;
    case 'resume':
      return !invoice.paused;
  }
}

const already: Record<Command, NotAllowed> = {
  dispute: 'already-disputed',
  'cancel-dispute': 'not-disputed',
  pause: 'already-paused',
  resume: 'not-paused',
};

/** Whether the command can be run on the invoice now. Billecta's own flag decides where it is known. */
export function decide(invoice: Invoice, command: Command): Decision {
  if (isAsAskedFor(invoice, command)) return { kind: 'already', reason: already[command] };
  const traits = traitsOf(invoice.stage);
  const allowed = invoice.permits[command] ?? !traits.outOfReach;
  return allowed ? { kind: 'go' } : { kind: 'no', reason: traits.refusal ?? 'billecta-says-no' };
}
